namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>What every writer of a part needs to know about the piece.</summary>
internal sealed record Arrangement
{
    public required MusicStyle Style { get; init; }

    public required Key Key { get; init; }

    public required long Seed { get; init; }

    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Without gaps from beat 0; the last one is the closing chord.</summary>
    public required IReadOnlyList<ChordSpan> Harmony { get; init; }

    public ChordSpan Final => Harmony[^1];

    public ChordSpan ChordAt(double beat) => Harmony[Last(Harmony, span => span.Beat, beat)];

    /// <summary>Null after the last phrase, under the closing chord.</summary>
    public Section? SectionAt(double beat) =>
        Sections.Count > 0 && Sections[Last(Sections, section => section.Start, beat)] is var section && beat < section.End ? section : null;

    public SeededRandom Chance(string purpose) => new(Seed, purpose);

    // The last that begins at the beat or before it; else the first.
    private static int Last<T>(IReadOnlyList<T> items, Func<T, double> start, double beat)
    {
        var (low, high) = (0, items.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = start(items[middle]) <= beat + 1e-6 ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
