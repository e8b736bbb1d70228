namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>From this beat on the tempo is this.</summary>
internal readonly record struct TempoStep(double Beat, double BeatsPerMinute);
