namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>What a mood may be expected to sound like. Tempi are what pictures may be cut to; both are held by tests.</summary>
internal static class MoodBands
{
    public static IReadOnlyList<MoodBand> All { get; } =
    [
        new("calm", 66, 82, 700, 1250),
        new("lo-fi", 72, 88, 1150, 2150),
        new("upbeat", 110, 134, 2150, 3400),
        new("cinematic", 90, 110, 1050, 2350),
        new("acoustic", 92, 112, 750, 2350),
        new("piano", 78, 95, 580, 1200),
        new("electronic", 114, 138, 2700, 5000),
        new("corporate", 107, 129, 1350, 2550),
        new("romantic", 63, 77, 570, 1300),
        new("epic", 123, 149, 1150, 2350),
        new("jazz", 107, 129, 1200, 2650),
        new("ambient", 54, 66, 600, 1350),
        new("promo", 101, 123, 1700, 3200),
        new("sad", 60, 72, 800, 2000),
        new("playful", 105, 127, 1400, 2700),
        new("rock", 119, 145, 2200, 4200),
        new("dramatic", 81, 99, 650, 1700),
        new("holiday", 98, 118, 1300, 2600),
    ];

    public static MoodBand Of(MusicStyle style) => All.First(band => band.Style == style.Name);
}
