namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>A note of a score. Times in quarter-note beats from the start, pitch and velocity as MIDI counts them.</summary>
internal readonly record struct Note(double Beat, double Length, int Pitch, int Velocity)
{
    public double End => Beat + Length;
}
