using System.Globalization;
using System.Text;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>What is on the timeline, read from a backend's draft. Nothing that a draft can hold makes the reading fail.</summary>
internal sealed record TimelineSummary
{
    /// <summary>Beyond this a line is for no reader; the rest is counted.</summary>
    private const int ShownTracks = 40;

    public static TimelineSummary Empty { get; } = new();

    public IReadOnlyList<TimelineTrack> Tracks { get; init; } = [];

    public double DurationSeconds { get; init; }

    /// <summary>Null where the draft does not tell.</summary>
    public int? Width { get; init; }

    public int? Height { get; init; }

    public string? Title { get; init; }

    /// <summary>What people would call it: its title, else the first words shown. Null where it has neither.</summary>
    public string? DisplayTitle => string.IsNullOrWhiteSpace(Title)
        ? Tracks.FirstOrDefault(track => track.Kind == DraftReader.Title && track.SegmentCount > 0)?.Name
        : Title;

    /// <summary>What is set for the video as a whole, such as a fade out.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>At least one track holds something.</summary>
    public bool IsReadyForExport => Tracks.Any(track => track.SegmentCount > 0);

    public static TimelineSummary Read(ReadOnlySpan<byte> draft) => DraftReader.Read(draft);

    /// <summary>One line for the whole timeline.</summary>
    public override string ToString()
    {
        if (Tracks.Count == 0)
        {
            return "Timeline: empty";
        }

        var line = new StringBuilder("Timeline (").Append(Tracks.Count).Append(Tracks.Count == 1 ? " track):" : " tracks):");
        foreach (var track in Tracks.Take(ShownTracks))
        {
            line.Append(' ').Append(track.Index).Append(". ").Append(track.Kind).Append(": ").Append(Describe(track));
        }

        if (Tracks.Count > ShownTracks)
        {
            line.Append(CultureInfo.InvariantCulture, $" … and {Tracks.Count - ShownTracks} more");
        }

        return line.ToString();
    }

    internal static string Span(double start, double end) => $"{Seconds(start)}-{Seconds(end)}s";

    internal static string Seconds(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Describe(TimelineTrack track)
    {
        if (track.SegmentCount == 0)
        {
            return track.Name.Length == 0 ? "(empty)" : $"{track.Name} (empty)";
        }

        var name = track.Kind is DraftReader.Title ? $"\"{track.Name}\"" : track.Name;
        var span = Span(track.StartSeconds, track.EndSeconds);
        return track.VolumePercent is { } volume && volume != 100 ? $"{name} ({span}, {volume}%)" : $"{name} ({span})";
    }
}
