namespace VideoCreateAi.Studio.Audio.Synthesis;

/// <summary>A sound of the built-in synthesizer.</summary>
/// <param name="Attack">Seconds until it is full.</param>
/// <param name="Decay">Seconds to fall to a third while it is held; 0 = it is sustained.</param>
/// <param name="Release">Seconds to fall to a third when it is let go.</param>
/// <param name="Brightness">Where the tone ends, as a multiple of its pitch.</param>
internal sealed record SoftPatch(SoftWave Wave, double Attack, double Decay, double Release, double Brightness, double Gain)
{
    // By the families of General MIDI; the last program that each row stands for.
    private static readonly (int UpTo, SoftPatch Patch)[] s_rows =
    [
        (3, new(SoftWave.Harmonics, 0.003, 1.3, 0.18, 7, 0.5)),
        (7, new(SoftWave.Bell, 0.004, 1.5, 0.15, 1.1, 0.42)),
        (15, new(SoftWave.Bell, 0.002, 0.8, 0.4, 2.2, 0.34)),
        (23, new(SoftWave.Harmonics, 0.02, 0, 0.06, 5, 0.3)),
        (28, new(SoftWave.Harmonics, 0.003, 0.7, 0.12, 9, 0.46)),
        (31, new(SoftWave.Saw, 0.005, 0, 0.06, 6, 0.24)),
        (39, new(SoftWave.Deep, 0.005, 1.6, 0.06, 5, 0.62)),
        (44, new(SoftWave.Saw, 0.12, 0, 0.22, 5, 0.26)),
        (45, new(SoftWave.Harmonics, 0.003, 0.28, 0.1, 5, 0.55)),
        (46, new(SoftWave.Harmonics, 0.003, 0.9, 0.4, 5, 0.5)),
        (47, new(SoftWave.Deep, 0.003, 0.5, 0.4, 3, 0.8)),
        (55, new(SoftWave.Saw, 0.18, 0, 0.3, 5, 0.26)),
        (63, new(SoftWave.Saw, 0.05, 0, 0.12, 6, 0.26)),
        (79, new(SoftWave.Harmonics, 0.05, 0, 0.1, 4, 0.34)),
        (87, new(SoftWave.Saw, 0.01, 0, 0.1, 9, 0.2)),
        (103, new(SoftWave.Saw, 0.35, 0, 0.5, 4.5, 0.26)),
        (119, new(SoftWave.Deep, 0.003, 0.4, 0.3, 4, 0.85)),
        (int.MaxValue, new(SoftWave.Harmonics, 0.004, 0.6, 0.2, 5, 0.4)),
    ];

    public static SoftPatch For(int program) => Array.Find(s_rows, row => program <= row.UpTo).Patch;
}
