namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>One drum of a beat: a bar in sixteenths, <c>X</c> accent, <c>x</c> stroke, <c>o</c> light, <c>-</c> ghost.</summary>
/// <param name="Key">General MIDI percussion key.</param>
/// <param name="From">Played in phrases at least this full.</param>
internal sealed record DrumPattern(int Key, string Steps, double From = 0);
