namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>A kind of music as a row of data. The composer knows no style by name.</summary>
internal sealed record MusicStyle(string Name, double Tempo)
{
    public bool IsMinor { get; init; }

    /// <summary>Four bars each; a comma puts two chords into one bar.</summary>
    public required string[] Progressions { get; init; }

    /// <summary>Of the contrasting phrase.</summary>
    public required string[] Contrasts { get; init; }

    /// <summary>The chord that leads into the last one.</summary>
    public required string Cadence { get; init; }

    public required string Final { get; init; }

    public required PartPlan[] Parts { get; init; }

    /// <summary>Beats to choose from; empty = no drums.</summary>
    public DrumPattern[][] Beats { get; init; } = [];

    /// <summary>General MIDI drum kit.</summary>
    public int Kit { get; init; }

    public double DrumLevel { get; init; } = 0.75;

    /// <summary>Drum keys that may play the fill into the next phrase; empty = no fill.</summary>
    public int[] Fill { get; init; } = [];

    /// <summary>Key of the cymbal on the first beat of a full phrase and of the end; 0 = none.</summary>
    public int Crash { get; init; } = 49;

    /// <summary>Where the second sixteenth of a pair falls: 0.5 straight, 0.66 triplets. Eighths swing with <see cref="SwingsEighths"/>.</summary>
    public double Swing { get; init; } = 0.5;

    public bool SwingsEighths { get; init; }

    /// <summary>Slows down over the last bar.</summary>
    public bool SlowsDown { get; init; }

    /// <summary>How far notes stray from the beat, in seconds.</summary>
    public double Looseness { get; init; } = 0.006;

    /// <summary>Shares of low end and treble that the mastering adds, in dB.</summary>
    public double Warmth { get; init; }

    public double Air { get; init; } = 1.5;
}
