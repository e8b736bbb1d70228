using VideoCreateAi.Studio.Audio.Composing;

namespace VideoCreateAi.Studio.Audio.Synthesis;

/// <summary>Plays a score without any other program, so that there is music on every machine. Plainer than a soundfont.</summary>
internal static class SoftSynth
{
    /// <summary>Part of every cache key.</summary>
    public const int Version = 2;

    // Music of any length is played in pieces of this, each with the notes that ring on beyond it.
    private const int Piece = 10 * SoundFormat.SampleRate;

    /// <summary>Writes a WAV of floats, as long as the score, not yet levelled.</summary>
    public static void Play(Score score, string path, CancellationToken cancellationToken)
    {
        var total = SoundFormat.Samples(score.Duration);
        var voices = score.Parts.Select(part => new SoftVoice(score, part, Piece)).ToList();
        var (left, right) = (new SoftReverb(0), new SoftReverb(29));
        using var file = new WaveWriter(path, total, isFloat: true);
        for (long start = 0; start < total; start += Piece)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var mix = new float[2 * Piece];
            var hall = new float[Piece];
            foreach (var voice in voices)
            {
                Place(voice.Part, voice.Next(start), mix, hall);
            }

            for (var i = 0; i < Piece; i++)
            {
                mix[2 * i] += left.Next(hall[i]);
                mix[(2 * i) + 1] += right.Next(hall[i]);
            }

            file.Write(mix);
        }
    }

    private static void Place(Part part, ReadOnlySpan<float> track, float[] mix, float[] hall)
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
}
