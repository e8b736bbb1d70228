namespace VideoCreateAi.Studio.Director.Reading;

/// <param name="Content">Index of the protected content that stands here; −1 for words.</param>
/// <param name="At">Where it begins in the masked message.</param>
internal sealed record Token(TokenKind Kind, string Text, int Content = -1, int At = 0)
{
    /// <summary>Kept when the spelling is corrected.</summary>
    public int End { get; init; } = At + Text.Length;

    public string Lower { get; } = Text.ToLowerInvariant();

    /// <summary>Lower, in the one spelling that words are looked up in.</summary>
    public string Folded => WordFolding.Folded(Lower);

    /// <summary>What was found while words were looked for in a run of signs.</summary>
    public Phrase? Known { get; init; }
}
