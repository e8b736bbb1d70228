namespace VideoCreateAi.Studio.Audio.Mixing;

/// <summary>One stretch of one file at its place in the mix.</summary>
internal sealed record Take
{
    /// <summary>Our own copy; its first sound stream is played.</summary>
    public required string Path { get; init; }

    /// <summary>The same for the same file, wherever it lies.</summary>
    public required string Content { get; init; }

    public required string Demuxer { get; init; }

    public required SoundBus Bus { get; init; }

    /// <summary>Where in the file it begins.</summary>
    public TimeSpan From { get; init; }

    /// <summary>How much of the file is used, before <see cref="Speed"/>.</summary>
    public required TimeSpan Used { get; init; }

    public double Speed { get; init; } = 1;

    public bool Reverse { get; init; }

    /// <summary>Where in the mix it begins.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>How long it may sound in the mix.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>Begins again when <see cref="Used"/> is over and <see cref="Length"/> is not.</summary>
    public bool Loops { get; init; }

    public double Volume { get; init; } = 1;

    public TimeSpan FadeIn { get; init; }

    public TimeSpan FadeOut { get; init; }
}
