namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>The scripts that the languages here are written in.</summary>
internal enum Script
{
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Han,
    Kana,
    Hangul,
}
