namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>What a part does in the arrangement.</summary>
internal enum PartKind
{
    /// <summary>Held chords.</summary>
    Pad,

    /// <summary>Broken or struck chords in a rhythm.</summary>
    Comp,

    Bass,

    Melody,

    /// <summary>A slow second voice.</summary>
    Counter,

    Drums,
}
