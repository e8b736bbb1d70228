namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Where music of a style lies, whatever its seed.</summary>
/// <param name="Slowest">Beats per minute.</param>
/// <param name="Darkest">Hertz: the spectral centroid of the finished music, on a soundfont or the built-in synthesizer.</param>
internal sealed record MoodBand(string Style, double Slowest, double Fastest, double Darkest, double Brightest);
