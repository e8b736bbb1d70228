namespace VideoCreateAi.ConformanceFixture;

/// <summary>The smallest files of their kinds.</summary>
internal static class SampleBytes
{
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    /// <summary>Eight samples of silence: mono, 8 kHz, 8 bits.</summary>
    public static byte[] Wav { get; } =
    [
        .. "RIFF"u8, 44, 0, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0,
        .. "data"u8, 8, 0, 0, 0, 128, 128, 128, 128, 128, 128, 128, 128,
    ];
}
