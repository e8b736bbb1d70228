namespace VideoCreateAi.Studio.Director.Reading;

/// <param name="Content">Index of the protected content that stands here; −1 for words.</param>
internal sealed record Token(TokenKind Kind, string Text, int Content = -1)
{
    public string Lower { get; } = Text.ToLowerInvariant();
}
