namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Styles for an orchestra.</summary>
internal static partial class MusicStyles
{
    public static MusicStyle Cinematic { get; } = new("cinematic", 100)
    {
        IsMinor = true,
        Progressions = ["i bVI bIII bVII", "i bIII bVII iv", "i bVI iv bVII", "bVI bVII i bIII"],
        Contrasts = ["bVI bIII bVII i", "iv bVI bIII bVII"],
        Cadence = "bVII",
        Final = "i",
        SlowsDown = true,
        Warmth = 2,
        Air = 1,
        Kit = 48,
        Crash = 49,
        Parts =
        [
            new(PartKind.Comp, [48, 45], 0.80)
            {
                Patterns = ["0.0.1.0.0.0.1.0.", "0.00.0.00.0.1.0.", "0.1.0.2.0.1.0.2."], Low = 48, High = 69, Pan = 0.3, Reverb = 0.5, Touch = 76,
            },
            new(PartKind.Pad, [48, 49], 0.68) { Low = 48, High = 72, Reverb = 0.65, Touch = 72 },
            new(PartKind.Pad, [52], 0.52) { Low = 57, High = 76, From = 0.7, Reverb = 0.75, Touch = 66 },
            new(PartKind.Bass, [43, 48], 0.72) { Patterns = ["r-------r-------", "r---------------"], Low = 29, Reverb = 0.4, Touch = 82 },
            new(PartKind.Bass, [47], 0.70) { Patterns = ["r...............", "r.........r.r...", "r.....r.r......."], Low = 36, From = 0.55, Reverb = 0.55, Touch = 86 },
            new(PartKind.Bass, [116], 0.62) { Patterns = ["r.....r...r.....", "r..r..r.r..r..r."], Low = 36, From = 0.7, Reverb = 0.5, Touch = 92 },
            new(PartKind.Melody, [60, 61], 0.86)
            {
                Patterns = ["x-----------x---x-----------x---", "x-------x---x---x---------------", "x-----x-x-------x-----x-x-------"],
                Contrast = ["x---------------x-------x-------", "x-------x-------x---------------"],
                Low = 57, High = 76, From = 0.6, Pan = -0.25, Reverb = 0.6, Touch = 84,
            },
            new(PartKind.Counter, [49, 40], 0.68) { Low = 69, High = 86, From = 0.75, Pan = -0.35, Reverb = 0.65, Touch = 70 },
        ],
        Beats = [[new(36, "X...............", 0.55), new(41, "x.....x...x.....", 0.7), new(38, "............x.xx", 0.9)]],
        DrumLevel = 0.6,
        Fill = [41, 41, 43, 45],
    };

    /// <summary>Faster and harder than <see cref="Cinematic"/>: drums first, then everybody.</summary>
    public static MusicStyle Epic { get; } = new("epic", 136)
    {
        IsMinor = true,
        Progressions = ["i bVI bIII bVII", "i bVII bVI bVII", "i iv bVI bVII", "i bVI bVII iv"],
        Contrasts = ["bVI bVII i i", "iv i bVI bVII", "bIII bVII iv bVI"],
        Cadence = "bVII",
        Final = "i",
        Warmth = 2,
        Air = 2,
        Kit = 48,
        Crash = 49,
        Parts =
        [
            new(PartKind.Comp, [48], 0.82)
            {
                Patterns = ["0.001.000.001.0.", "0.0.0.1.0.0.1.2.", "00.00.00.00.1.1.", "0.001.002.001.00"], Low = 50, High = 71, Pan = 0.3, Reverb = 0.45, Touch = 86,
            },
            new(PartKind.Comp, [45], 0.72) { Patterns = ["0...1...2...1...", "0...2...1...2..."], Low = 62, High = 81, From = 0.6, Pan = -0.3, Reverb = 0.5, Touch = 80 },
            new(PartKind.Pad, [61, 60], 0.56) { Low = 46, High = 67, From = 0.6, Reverb = 0.55, Touch = 84 },
            new(PartKind.Pad, [52], 0.60) { Low = 60, High = 79, From = 0.8, Reverb = 0.75, Touch = 76 },
            new(PartKind.Bass, [43], 0.78) { Patterns = ["r---r---r---r---", "r-----r---r-----", "r-r-r-r-r-r-r-r-"], Low = 28, Reverb = 0.35, Touch = 92 },
            new(PartKind.Bass, [47], 0.72) { Patterns = ["r.....r.....r.rr", "r...r...r...rrrr", "r.....r.r......."], Low = 36, From = 0.6, Reverb = 0.5, Touch = 94 },
            new(PartKind.Bass, [116], 0.74) { Patterns = ["r..r..r.r..r..r.", "r.rrr.r.r.rrr.rr", "r...r.r.r...r.r."], Low = 36, Reverb = 0.5, Touch = 98 },
            new(PartKind.Melody, [60, 61], 0.92)
            {
                Patterns = ["x-----------x---x---------------", "x-------x---x---x-------x---x---", "x-----------x-x-x-----------x---"],
                Contrast = ["x---x---x-------x---x---x-------", "x-------x-------x---------------"],
                Low = 58, High = 77, From = 0.65, Pan = -0.2, Reverb = 0.55, Touch = 94,
            },
            new(PartKind.Counter, [48, 49], 0.74) { Low = 72, High = 89, From = 0.8, Pan = 0.35, Reverb = 0.6, Touch = 82 },
        ],
        Beats =
        [
            [new(36, "X.....X.X.......", 0.5), new(41, "x..x..x.x..x..x.", 0.65), new(38, "....X.......X...", 0.8), new(45, "..............xx", 0.6)],
            [new(36, "X...X...X...X...", 0.5), new(43, "x.xxx.xxx.xxx.xx", 0.65), new(38, "........X.....x.", 0.8)],
        ],
        DrumLevel = 0.72,
        Fill = [41, 41, 43, 45],
    };

    public static MusicStyle Dramatic { get; } = new("dramatic", 90)
    {
        IsMinor = true,
        Progressions = ["i i bVI V", "i bVI iv V", "i iv i V"],
        Contrasts = ["iv i bVI V", "bVI iv i V"],
        Cadence = "V",
        Final = "i",
        SlowsDown = true,
        Warmth = 2.5,
        Air = 0,
        Kit = 48,
        Crash = 49,
        Parts =
        [
            new(PartKind.Pad, [44, 48], 0.62) { Low = 48, High = 70, Reverb = 0.6, Touch = 66 },
            new(PartKind.Comp, [45, 48], 0.86) { Patterns = ["0.0.0.0.1.0.0.0.", "0..0..0.0..0..1.", "0.1.0.1.0.1.0.1."], Low = 45, High = 65, Reverb = 0.4, Touch = 78 },
            new(PartKind.Bass, [43], 0.74) { Patterns = ["r---------------", "r-----r-r-------"], Low = 29, Reverb = 0.4, Touch = 80 },
            new(PartKind.Bass, [47], 0.66) { Patterns = ["r...........r.r.", "r.......r......."], Low = 36, From = 0.7, Reverb = 0.6, Touch = 84 },
            new(PartKind.Melody, [0, 40, 60], 0.82)
            {
                Patterns = ["x-----------x---x---------------", "....x---x---x---x---------------"],
                Contrast = ["x-------x-------x---x---x-------"],
                Low = 60, High = 79, From = 0.6, Reverb = 0.65, Touch = 78,
            },
            new(PartKind.Counter, [52, 49], 0.56) { Low = 60, High = 79, From = 0.8, Reverb = 0.75, Touch = 62 },
        ],
        Beats = [[new(36, "X...............", 0.55), new(41, "x.......x..x....", 0.8)]],
        DrumLevel = 0.55,
        Fill = [41, 41, 41, 41],
    };

    public static MusicStyle Holiday { get; } = new("holiday", 108)
    {
        Progressions = ["I vi IV V", "I IV I V", "I iii IV V"],
        Contrasts = ["IV I ii V", "vi iii IV V"],
        Cadence = "V7",
        Final = "I6",
        Swing = 0.6,
        SwingsEighths = true,
        Air = 2,
        Crash = 0,
        Parts =
        [
            new(PartKind.Comp, [0], 0.84) { Patterns = ["0---c---1---c---", "c---u-u-c---u-u-"], Low = 52, High = 72, Touch = 72 },
            new(PartKind.Pad, [48, 52], 0.52) { Low = 55, High = 76, From = 0.5, Reverb = 0.6, Touch = 62 },
            new(PartKind.Bass, [32], 0.74) { Patterns = ["r-------f-------", "r---f---r---a---"], Low = 33, Reverb = 0.12, Touch = 82 },
            new(PartKind.Melody, [9, 14, 10], 0.78)
            {
                Patterns = ["x---x---x-x-x---x---x---x-------", "x-x-x---x-x-x---x-----------...."],
                Contrast = ["x-------x---x---x---x---x-------"],
                Low = 70, High = 88, From = 0.4, Reverb = 0.55, Touch = 80,
            },
        ],
        Beats = [[new(83, "x.o.x.o.x.o.x.o."), new(36, "o.......o.......", 0.6), new(42, "..-...-...-...-.", 0.7)]],
        DrumLevel = 0.5,
    };
}
