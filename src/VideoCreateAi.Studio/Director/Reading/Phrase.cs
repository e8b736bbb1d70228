namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>A row of a language's word list.</summary>
/// <param name="Words">Alternatives, parted by <c>|</c>, lower case.</param>
internal sealed record Phrase(Sense Sense, string Words, string Value = "", double Number = 0);
