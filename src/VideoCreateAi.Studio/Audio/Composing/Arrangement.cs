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

    public ChordSpan ChordAt(double beat)
    {
        for (var i = Harmony.Count - 1; i > 0; i--)
        {
            if (Harmony[i].Beat <= beat + 1e-6)
            {
                return Harmony[i];
            }
        }

        return Harmony[0];
    }

    public SeededRandom Chance(string purpose) => new(Seed, purpose);
}
