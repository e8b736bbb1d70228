namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>A phrase of the form: which material it plays and how full the arrangement is (0 to 1).</summary>
/// <param name="Turn">Groups of four phrases: each has patterns, chords and motifs of its own, so that long music goes on and not round.</param>
internal sealed record Section(SectionKind Kind, int FirstBar, int Bars, double Intensity, bool Varied, int Turn = 0)
{
    public double Start => FirstBar * 4;

    public double End => (FirstBar + Bars) * 4;
}
