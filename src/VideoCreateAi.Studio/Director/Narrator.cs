namespace VideoCreateAi.Studio.Director;

/// <summary>What the director knows of the voice that speaks texts.</summary>
/// <param name="IsThere">Whether there is one.</param>
/// <param name="Mending">What to do when there is none.</param>
/// <param name="Spoken">Texts that were spoken already.</param>
internal sealed record Narrator(bool IsThere, string Mending, IReadOnlyDictionary<string, SpokenText> Spoken);
