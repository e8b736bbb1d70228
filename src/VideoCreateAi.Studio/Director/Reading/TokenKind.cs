namespace VideoCreateAi.Studio.Director.Reading;

internal enum TokenKind
{
    Word,
    Number,
    Mark,
    Break,
    Content,
}
