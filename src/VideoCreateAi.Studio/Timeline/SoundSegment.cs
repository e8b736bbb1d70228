namespace VideoCreateAi.Studio.Timeline;

/// <summary>Sound on a track: an uploaded file (<see cref="Source"/>), music that the studio composes
/// (<see cref="Mood"/>, <see cref="Seed"/>, <see cref="Tempo"/>) or words to be spoken (<see cref="Text"/>).</summary>
internal sealed record SoundSegment
{
    public required string Id { get; init; }

    public required TimeRange Range { get; init; }

    public string Name { get; init; } = "";

    public string? Source { get; init; }

    public TimeSpan In { get; init; }

    public TimeSpan Out { get; init; }

    /// <summary>0 to 2; 1 = as recorded or composed.</summary>
    public double Volume { get; init; } = 1;

    public TimeSpan FadeIn { get; init; }

    public TimeSpan FadeOut { get; init; }

    /// <summary>Gets quieter while somebody speaks.</summary>
    public bool Duck { get; init; }

    /// <summary>calm, upbeat, lo-fi, cinematic, …: free words, the composer picks the nearest style.</summary>
    public string? Mood { get; init; }

    public string? Prompt { get; init; }

    /// <summary>The same seed gives the same music.</summary>
    public long? Seed { get; init; }

    /// <summary>Beats per minute; null = the style's own.</summary>
    public double? Tempo { get; init; }

    public string? Text { get; init; }

    public string? Voice { get; init; }
}
