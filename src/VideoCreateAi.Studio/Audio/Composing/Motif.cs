namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>A rhythm of up to two bars in sixteenths and a shape in scale steps.</summary>
internal sealed record Motif(string Rhythm, int[] Shape)
{
    public static Motif Choose(SeededRandom chance, IReadOnlyList<string> rhythms, IReadOnlyList<int[]> shapes) =>
        new(chance.Pick(rhythms), chance.Pick(shapes));
}
