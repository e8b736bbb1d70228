using VideoCreateAi.Studio.Audio.Composing;

namespace VideoCreateAi.Studio.Audio.Synthesis;

/// <summary>Plays a score without any other program, so that there is music on every machine. Plainer than a soundfont.</summary>
internal static class SoftSynth
{
    /// <summary>Part of every cache key.</summary>
    public const int Version = 1;

    /// <returns>Interleaved stereo, as long as the score, not yet levelled.</returns>
    public static float[] Render(Score score, CancellationToken cancellationToken)
    {
        var length = (int)SoundFormat.Samples(score.Duration);
        var mix = new float[length * 2];
        var hall = new float[length];
        var track = new float[length];
        foreach (var part in score.Parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.Clear(track);
            Play(score, part, track);
            ApplyExpression(score, part, track);
            Place(part, track, mix, hall);
        }

        AddHall(mix, hall);
        return mix;
    }

    private static void Play(Score score, Part part, float[] track)
    {
        var patch = SoftPatch.For(part.Program);
        var index = 0u;
        foreach (var note in part.Notes)
        {
            var start = (int)(score.SecondsAt(note.Beat) * SoundFormat.SampleRate);
            var amplitude = Math.Pow(note.Velocity / 127.0, 1.7) * part.Level;
            if (part.Kind == PartKind.Drums)
            {
                SoftDrum.For(note.Pitch).Add(track, start, amplitude, ++index * 7919);
                continue;
            }

            var held = (int)(score.SecondsAt(note.End) * SoundFormat.SampleRate) - start;
            var frequency = 440 * Math.Pow(2, (note.Pitch - 69) / 12.0);
            SoftTone.Add(patch, track, start, held, frequency, amplitude);
        }
    }

    private static void ApplyExpression(Score score, Part part, float[] track)
    {
        for (var i = 0; i + 1 < part.Expression.Count; i++)
        {
            var (from, to) = (part.Expression[i], part.Expression[i + 1]);
            var start = (int)(score.SecondsAt(from.Beat) * SoundFormat.SampleRate);
            var end = Math.Min(track.Length, (int)(score.SecondsAt(to.Beat) * SoundFormat.SampleRate));
            for (var at = start; at < end; at++)
            {
                track[at] *= (float)(from.Value + ((to.Value - from.Value) * (at - start) / (end - start)));
            }
        }
    }

    private static void Place(Part part, float[] track, float[] mix, float[] hall)
    {
        // Equal power: a part is as loud at the side as in the middle.
        var angle = (part.Pan + 1) * Math.PI / 4;
        var left = (float)(Math.Cos(angle) * Math.Sqrt(2) * 0.5);
        var right = (float)(Math.Sin(angle) * Math.Sqrt(2) * 0.5);
        var send = (float)part.Reverb * 0.5f;
        for (var i = 0; i < track.Length; i++)
        {
            mix[2 * i] += track[i] * left;
            mix[(2 * i) + 1] += track[i] * right;
            hall[i] += track[i] * send;
        }
    }

    private static void AddHall(float[] mix, float[] hall)
    {
        var left = new SoftReverb(0);
        var right = new SoftReverb(29);
        for (var i = 0; i < hall.Length; i++)
        {
            mix[2 * i] += left.Next(hall[i]);
            mix[(2 * i) + 1] += right.Next(hall[i]);
        }
    }
}
