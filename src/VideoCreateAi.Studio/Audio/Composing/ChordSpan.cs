namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>A chord and the beats that it lasts.</summary>
internal readonly record struct ChordSpan(double Beat, double Length, Chord Chord)
{
    public double End => Beat + Length;
}
