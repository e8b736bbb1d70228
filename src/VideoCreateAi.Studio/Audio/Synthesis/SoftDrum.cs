namespace VideoCreateAi.Studio.Audio.Synthesis;

/// <summary>A drum: a falling tone and filtered noise.</summary>
/// <param name="Pitch">Hz at the stroke; 0 = no tone.</param>
/// <param name="Drop">Hz that the tone falls to.</param>
/// <param name="ToneDecay">Seconds.</param>
/// <param name="Noise">Share of noise.</param>
/// <param name="NoiseDecay">Seconds.</param>
/// <param name="Edge">Noise below this many Hz is left out.</param>
internal sealed record SoftDrum(double Pitch, double Drop, double ToneDecay, double Noise, double NoiseDecay, double Edge, double Gain)
{
    // Real skins and cymbals lose their hiss above: without that a beat of noise covers all else.
    private const double Top = 5200;

    private static readonly (int[] Keys, SoftDrum Drum)[] s_rows =
    [
        ([35, 36], new(150, 48, 0.16, 0.06, 0.01, 900, 0.95)),
        ([38, 40], new(230, 175, 0.07, 0.75, 0.11, 1200, 0.55)),
        ([37, 76, 77], new(900, 760, 0.02, 0.3, 0.02, 2000, 0.4)),
        ([39], new(0, 0, 0.01, 1, 0.09, 1400, 0.42)),
        ([42, 44], new(0, 0, 0.01, 1, 0.035, 7000, 0.3)),
        ([46], new(0, 0, 0.01, 1, 0.22, 6500, 0.28)),
        ([49, 57, 52], new(0, 0, 0.01, 1, 0.9, 4500, 0.36)),
        ([51, 53], new(0, 0, 0.01, 1, 0.3, 6000, 0.2)),
        ([54, 69, 70, 82, 83], new(0, 0, 0.01, 1, 0.045, 8000, 0.24)),
        ([41, 43], new(120, 82, 0.22, 0.1, 0.03, 500, 0.7)),
        ([45, 47, 48, 50], new(190, 130, 0.18, 0.1, 0.03, 700, 0.6)),
    ];

    private static readonly SoftDrum s_other = new(0, 0, 0.01, 1, 0.05, 5000, 0.2);

    public static SoftDrum For(int key) => Array.Find(s_rows, row => row.Keys.Contains(key)).Drum ?? s_other;

    public void Add(Span<float> track, int start, double amplitude, uint seed)
    {
        const double Rate = SoundFormat.SampleRate;
        var noise = seed | 1;
        double phase = 0;
        double low = 0;
        double soft = 0;
        double softer = 0;
        var smoothing = 1 - Math.Exp(-2 * Math.PI * Edge / Rate);
        var rounding = 1 - Math.Exp(-2 * Math.PI * Top / Rate);
        var length = (int)(Math.Max(ToneDecay, NoiseDecay) * 7 * Rate);
        for (var i = 0; i < length && start + i < track.Length; i++)
        {
            var seconds = i / Rate;
            noise = (noise * 1664525) + 1013904223;
            var hiss = (noise / (double)uint.MaxValue * 2) - 1;
            low += smoothing * (hiss - low);
            phase += (Drop + ((Pitch - Drop) * Math.Exp(-seconds / 0.03))) / Rate;
            var tone = Pitch > 0 ? Math.Sin(2 * Math.PI * phase) * Math.Exp(-seconds / ToneDecay) : 0;
            soft += rounding * (hiss - low - soft);
            softer += rounding * (soft - softer);
            var value = tone + (softer * 1.6 * Noise * Math.Exp(-seconds / NoiseDecay));
            track[start + i] += (float)(value * Math.Min(1, i / 24.0) * amplitude * Gain);
        }
    }
}
