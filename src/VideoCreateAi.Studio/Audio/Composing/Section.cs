namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>A phrase of the form: which material it plays and how full the arrangement is (0 to 1).</summary>
internal sealed record Section(SectionKind Kind, int FirstBar, int Bars, double Intensity, bool Varied)
{
    public double Start => FirstBar * 4;

    public double End => (FirstBar + Bars) * 4;
}
