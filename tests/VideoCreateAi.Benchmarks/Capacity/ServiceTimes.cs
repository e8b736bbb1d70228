namespace VideoCreateAi.Benchmarks.Capacity;

/// <summary>How long a place for work is taken, in seconds: a fixed share, and one for each second of video.</summary>
internal sealed record ServiceTimes
{
    public required Cost Whole { get; init; }

    /// <summary>Reading the timeline, and looking which parts are there.</summary>
    public required Cost Cut { get; init; }

    /// <summary>Of the picture, by the length of the part.</summary>
    public required Cost Part { get; init; }

    /// <summary>By the length of the whole video.</summary>
    public required Cost Sound { get; init; }

    /// <inheritdoc cref="Sound"/>
    public required Cost Join { get; init; }

    /// <summary>A look at what was handed in, on a node that answers.</summary>
    public required Cost Review { get; init; }

    internal sealed record Cost(double Fixed, double PerSecond)
    {
        public double Of(double seconds) => Fixed + PerSecond * seconds;

        /// <summary>Through two measured points.</summary>
        public static Cost Through(double shortSeconds, double shortTime, double longSeconds, double longTime)
        {
            var slope = Math.Max(0, (longTime - shortTime) / (longSeconds - shortSeconds));
            return new Cost(Math.Max(0, shortTime - slope * shortSeconds), slope);
        }
    }
}
