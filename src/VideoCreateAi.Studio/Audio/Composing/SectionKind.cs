namespace VideoCreateAi.Studio.Audio.Composing;

internal enum SectionKind
{
    Intro,

    /// <summary>The main thought.</summary>
    A,

    /// <summary>The contrasting one.</summary>
    B,

    /// <summary>The arrangement thins out before it comes back.</summary>
    Break,
}
