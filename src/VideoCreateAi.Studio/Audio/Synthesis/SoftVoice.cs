using VideoCreateAi.Studio.Audio.Composing;

namespace VideoCreateAi.Studio.Audio.Synthesis;

/// <summary>A part of a score, played piece by piece.</summary>
internal sealed class SoftVoice(Score score, Part part, int piece)
{
    // The longest note with its end: chords held over several bars.
    private const int Ringing = 32 * SoundFormat.SampleRate;

    private readonly float[] _track = new float[piece + Ringing];

    private readonly float[] _played = new float[piece];

    private int _next;

    public Part Part => part;

    /// <summary>The samples of the next piece, until the next call.</summary>
    /// <param name="start">Where it begins.</param>
    public ReadOnlySpan<float> Next(long start)
    {
        for (; _next < part.Notes.Count && At(part.Notes[_next].Beat) < start + piece; _next++)
        {
            Play(part.Notes[_next], start);
        }

        Array.Copy(_track, _played, piece);
        Array.Copy(_track, piece, _track, 0, Ringing);
        Array.Clear(_track, Ringing, piece);
        ApplyExpression(start);
        return _played;
    }

    private void Play(Note note, long start)
    {
        var at = (int)(At(note.Beat) - start);
        var amplitude = Math.Pow(note.Velocity / 127.0, 1.7) * part.Level;
        if (part.Kind == PartKind.Drums)
        {
            SoftDrum.For(note.Pitch).Add(_track, at, amplitude, (uint)(_next + 1) * 7919);
            return;
        }

        var held = (int)(At(note.End) - start) - at;
        var frequency = 440 * Math.Pow(2, (note.Pitch - 69) / 12.0);
        SoftTone.Add(SoftPatch.For(part.Program), _track, at, held, frequency, amplitude);
    }

    private void ApplyExpression(long start)
    {
        for (var i = 0; i + 1 < part.Expression.Count; i++)
        {
            var (from, to) = (At(part.Expression[i].Beat) - start, At(part.Expression[i + 1].Beat) - start);
            var (low, high) = (part.Expression[i].Value, part.Expression[i + 1].Value);
            for (var at = Math.Max(0, from); at < Math.Min(piece, to); at++)
            {
                _played[at] *= (float)(low + ((high - low) * (at - from) / (to - from)));
            }
        }
    }

    private long At(double beat) => (long)(score.SecondsAt(beat) * SoundFormat.SampleRate);
}
