namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>A rhythm of up to two bars in sixteenths and a shape in scale steps.</summary>
internal sealed record Motif(string Rhythm, int[] Shape)
{
    public static Motif Choose(SeededRandom chance, IReadOnlyList<string> rhythms, IReadOnlyList<int[]> shapes) =>
        new(chance.Pick(rhythms), chance.Pick(shapes));

    /// <summary>A thought of its own that is a relative of others: it begins elsewhere in the shape and the bar, and may stand on its head.</summary>
    public static Motif Invent(SeededRandom chance, IReadOnlyList<string> rhythms, IReadOnlyList<int[]> shapes)
    {
        var motif = Choose(chance, rhythms, shapes);
        var (from, turns) = (chance.Int(motif.Shape.Length), chance.Int(2) == 1);
        var lift = chance.Int(3) - 1;
        var delay = 4 * chance.Int(4);
        return motif with
        {
            Rhythm = motif.Rhythm[^delay..] + motif.Rhythm[..^delay],
            Shape = [.. motif.Shape.Select((_, i) => lift + ((turns ? -1 : 1) * (motif.Shape[(from + i) % motif.Shape.Length] - motif.Shape[from])))],
        };
    }
}
