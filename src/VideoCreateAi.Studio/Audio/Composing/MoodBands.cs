namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>What a mood may be expected to sound like. Tempi are what pictures may be cut to; both are held by tests.</summary>
internal static class MoodBands
{
    public static IReadOnlyList<MoodBand> All { get; } =
    [
        new("calm", 66, 82, 0, 20000),
        new("lo-fi", 72, 88, 0, 20000),
        new("upbeat", 110, 134, 0, 20000),
        new("cinematic", 90, 110, 0, 20000),
        new("acoustic", 92, 112, 0, 20000),
        new("piano", 78, 95, 0, 20000),
        new("electronic", 114, 138, 0, 20000),
        new("corporate", 107, 129, 0, 20000),
        new("romantic", 63, 77, 0, 20000),
        new("epic", 123, 149, 0, 20000),
        new("jazz", 107, 129, 0, 20000),
        new("ambient", 54, 66, 0, 20000),
        new("promo", 101, 123, 0, 20000),
        new("sad", 60, 72, 0, 20000),
        new("playful", 105, 127, 0, 20000),
        new("rock", 119, 145, 0, 20000),
        new("dramatic", 81, 99, 0, 20000),
        new("holiday", 98, 118, 0, 20000),
    ];

    public static MoodBand Of(MusicStyle style) => All.First(band => band.Style == style.Name);
}
