namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Styles that stay in the background.</summary>
internal static partial class MusicStyles
{
    public static MusicStyle Calm { get; } = new("calm", 74)
    {
        Progressions = ["Imaj7 IVmaj7 vi7 IVmaj7", "Imaj7 iii7 IVmaj7 Vsus4", "IVmaj7 Imaj7 ii7 vi7", "Iadd9 vi7 IVmaj7 Vsus4"],
        Contrasts = ["vi7 iii7 IVmaj7 Imaj7", "ii7 vi7 IVmaj7 Vsus4"],
        Cadence = "IVmaj7",
        Final = "Imaj9",
        SlowsDown = true,
        Looseness = 0.012,
        Warmth = 1,
        Air = 0.5,
        Crash = 0,
        Parts =
        [
            new(PartKind.Pad, [89, 88, 91], 0.68) { Low = 50, High = 72, Reverb = 0.7, Chorus = 0.3, Touch = 66 },
            new(PartKind.Comp, [46, 4, 0], 0.86)
            {
                Patterns = ["0---1---2---3---", "0---2---3---1---", "0-1-2-3-4---....", "0-----1-2-----3-"], Low = 55, High = 76, Rings = true,
                Reverb = 0.65, Touch = 66,
            },
            new(PartKind.Bass, [32, 39], 0.50) { Patterns = ["r---------------", "r-----------f---"], Low = 33, From = 0.55, Reverb = 0.2, Touch = 66 },
            new(PartKind.Melody, [11, 0, 73], 0.74)
            {
                Patterns = ["x-------x---x---x---------------", "....x---x-------x---x-----------", "x---------x-x-------x-----------"],
                Contrast = ["x-----------x---x-----------....", "x-------x-------x---------------"],
                Low = 67, High = 84, From = 0.65, Pan = 0.2, Reverb = 0.7, Touch = 68,
            },
            new(PartKind.Counter, [49, 52], 0.54) { Low = 64, High = 79, From = 0.8, Pan = -0.3, Reverb = 0.7, Touch = 56 },
        ],
    };

    /// <summary>Hardly any events: sounds that come and go.</summary>
    public static MusicStyle Ambient { get; } = new("ambient", 60)
    {
        Progressions = ["Imaj7 Imaj7 IVmaj7 IVmaj7", "Iadd9 vi7 vi7 IVmaj7", "IVmaj7 IVmaj7 Imaj7 vi7", "Imaj9 iii7 IVmaj7 IVmaj7"],
        Contrasts = ["ii7 ii7 IVmaj7 Imaj7", "vi7 vi7 IVmaj7 IVmaj7", "IVmaj7 iii7 vi7 vi7"],
        Cadence = "IVmaj7",
        Final = "Iadd9",
        SlowsDown = true,
        Looseness = 0.03,
        Warmth = 3,
        Air = -3,
        Crash = 0,
        Parts =
        [
            new(PartKind.Pad, [89, 91], 0.84) { Low = 45, High = 67, Reverb = 0.9, Chorus = 0.4, Touch = 62 },
            new(PartKind.Pad, [52, 49], 0.46) { Low = 57, High = 74, From = 0.6, Pan = 0.3, Reverb = 0.95, Touch = 50 },
            new(PartKind.Bass, [39, 32], 0.62) { Patterns = ["r---------------"], Low = 28, Reverb = 0.4, Touch = 60 },
            new(PartKind.Comp, [88, 11], 0.58)
            {
                Patterns = ["0.......2.......", "....1.......3...", "0.....2.....4...", "......3........."], Low = 60, High = 79, From = 0.4, Rings = true, Pan = -0.35, Reverb = 0.95, Touch = 52,
            },
            new(PartKind.Melody, [11, 88, 4], 0.58)
            {
                Patterns = ["x---------------x---------------", "........x---------------x-------", "x-----------------------x-------", "x-----------x-------x-----------", "....x-------------------x---x---"],
                Contrast = ["x-----------------------------..", "....x---------------x-----------", "x-----------x-------------------"],
                Low = 64, High = 79, From = 0.7, Pan = 0.2, Reverb = 0.95, Touch = 56,
            },
        ],
    };

    /// <summary>One piano and nobody else.</summary>
    public static MusicStyle Piano { get; } = new("piano", 86)
    {
        Progressions = ["I V vi IV", "vi IV I V", "I iii vi IV", "IV I V vi"],
        Contrasts = ["ii vi IV V", "IV V vi I", "vi iii IV I"],
        Cadence = "V",
        Final = "Iadd9",
        SlowsDown = true,
        Looseness = 0.013,
        Air = 1.5,
        Crash = 0,
        Parts =
        [
            new(PartKind.Comp, [0], 0.90)
            {
                Patterns = ["0-2-3-2-1-2-3-2-", "0-1-2-3-4-3-2-1-", "0---2-3-1-2-3---", "0-2-4-2-3-2-4-2-"], Low = 43, High = 64, Rings = true, Reverb = 0.45, Touch = 66,
            },
            new(PartKind.Bass, [0], 0.78) { Patterns = ["r-------r-------", "r---------------", "r-------f-------"], Low = 29, Reverb = 0.35, Touch = 70 },
            new(PartKind.Melody, [0], 1.00)
            {
                Patterns = ["x---x-x-x---x---x-----x-x-------", "x-x-x---x-------x-x-x---x---x---", "....x-x-x---x---x-x-x---x-------", "x-----x-x---x-x-x---------------"],
                Contrast = ["x---x---x-x-x---x-------x-------", "x-------x-x-x-x-x---x---x-------"],
                Low = 69, High = 88, From = 0.5, Reverb = 0.5, Touch = 86,
            },
            new(PartKind.Counter, [0], 0.66) { Low = 62, High = 76, From = 0.8, Reverb = 0.5, Touch = 58 },
            new(PartKind.Comp, [0], 0.60) { Patterns = ["..u-..u-..u-..u-", "u---..u-u---..u-"], Low = 57, High = 74, From = 0.95, Reverb = 0.45, Touch = 56 },
        ],
    };

    public static MusicStyle Romantic { get; } = new("romantic", 70)
    {
        Progressions = ["I V vi iii", "I iii IV V", "I vi ii7 V", "Iadd9 V vi7 IV"],
        Contrasts = ["IV I ii7 V", "vi iii IV V", "IV V iii vi"],
        Cadence = "V7",
        Final = "Iadd9",
        SlowsDown = true,
        Looseness = 0.014,
        Warmth = 1,
        Air = 1,
        Crash = 0,
        Parts =
        [
            new(PartKind.Comp, [0], 0.92)
            {
                Patterns = ["0-1-2-3-4-3-2-1-", "0-1-2-1-3-1-2-1-", "0---1-2-3---2-1-"], Low = 45, High = 67, Rings = true, Reverb = 0.5, Touch = 62,
            },
            new(PartKind.Bass, [0], 0.70) { Patterns = ["r---------------", "r-------f-------"], Low = 33, Reverb = 0.4, Touch = 66 },
            new(PartKind.Melody, [0], 1.00)
            {
                Patterns = ["x-------x---x---x-----------x---", "x---x-x-x-------x---x-x-x-------", "....x---x---x---x---------------"],
                Contrast = ["x-----x-x---x---x---------------", "x---x---x---x---x-------x-------"],
                Low = 67, High = 86, From = 0.5, Reverb = 0.55, Touch = 84,
            },
            new(PartKind.Pad, [48, 49], 0.52) { Low = 53, High = 74, From = 0.7, Reverb = 0.65, Touch = 58 },
            new(PartKind.Counter, [42, 48], 0.62) { Low = 55, High = 70, From = 0.85, Pan = -0.3, Reverb = 0.6, Touch = 62 },
        ],
    };

    public static MusicStyle Sad { get; } = new("sad", 66)
    {
        IsMinor = true,
        Progressions = ["i bVI bIII bVII", "i v bVI iv", "i bVII bVI v"],
        Contrasts = ["bVI bVII i bIII", "iv i bVI v", "bIII bVII iv bVI"],
        Cadence = "v",
        Final = "iadd9",
        SlowsDown = true,
        Looseness = 0.014,
        Warmth = 1.5,
        Air = 0,
        Crash = 0,
        Parts =
        [
            new(PartKind.Comp, [0], 0.90)
            {
                Patterns = ["0-1-2-1-3-1-2-1-", "0---1---2---1---", "0-1-2-----2-1---"], Low = 48, High = 69, Rings = true, Reverb = 0.6, Touch = 60,
            },
            new(PartKind.Pad, [48, 89], 0.52) { Low = 48, High = 70, Reverb = 0.7, Touch = 58 },
            new(PartKind.Bass, [32, 43], 0.55) { Patterns = ["r---------------"], Low = 33, From = 0.6, Reverb = 0.4, Touch = 62 },
            new(PartKind.Melody, [0, 42, 40], 0.84)
            {
                Patterns = ["x-----------x---x---------------", "....x---x---x---x-----------x---"],
                Contrast = ["x-------x-------x---x---x-------"],
                Low = 62, High = 81, From = 0.6, Reverb = 0.65, Touch = 76,
            },
        ],
    };

    public static MusicStyle LoFi { get; } = new("lo-fi", 80)
    {
        Progressions = ["ii7 V7 Imaj7 vi7", "Imaj7 vi7 ii7 V7", "IVmaj7 iii7 ii7 Imaj7", "IVmaj7 iii7 vi7 Imaj7"],
        Contrasts = ["vi7 ii7 IVmaj7 V7", "IVmaj7 V7 iii7 vi7"],
        Cadence = "V7",
        Final = "Imaj9",
        Swing = 0.58,
        Looseness = 0.016,
        Warmth = 3,
        Air = -4,
        Crash = 0,
        Parts =
        [
            new(PartKind.Comp, [4, 5], 0.92)
            {
                Patterns = ["c-----..c---..u-", "c---------c-----", "c-..u---..c-u---"], Low = 52, High = 72, Reverb = 0.35, Chorus = 0.5, Touch = 68,
            },
            new(PartKind.Bass, [32, 33], 0.82) { Patterns = ["r-----.rf---..a-", "r---..r-....f-a-", "r-----..r-..o-f-"], Low = 31, From = 0.5, Reverb = 0.1, Touch = 82 },
            new(PartKind.Melody, [11, 26, 4], 0.78)
            {
                Patterns = ["..x-x---..x-----x---x-x-........", "x---..x-x-------....x-x---x-....", "....x-x-x---..x-x-------........"],
                Contrast = ["x-----x---x-----..x-x---........", "x-x---x---......x-x---x---......"],
                Low = 65, High = 82, From = 0.65, Pan = 0.2, Reverb = 0.5, Touch = 70,
            },
            new(PartKind.Pad, [89], 0.42) { Low = 50, High = 70, From = 0.7, Reverb = 0.5, Touch = 52 },
        ],
        Beats =
        [
            [new(36, "X......x..x....."), new(38, "....x.......x...", 0.5), new(42, "x.o.x.oox.o.x.o.", 0.5), new(70, "-.-.-.-.-.-.-.-.")],
            [new(36, "X.....x..xx....."), new(37, "....X.......X..-", 0.5), new(42, "o.x.o.x.o.x-o.x.", 0.5)],
        ],
        DrumLevel = 0.74,
        Fill = [],
    };

    public static MusicStyle Jazz { get; } = new("jazz", 118)
    {
        Progressions = ["Imaj7 vi7 ii7 V7", "ii7 V7 Imaj7 vi7", "iii7 vi7 ii7 V7"],
        Contrasts = ["IVmaj7 V7 iii7 vi7", "vi7 ii7 V7 Imaj7"],
        Cadence = "V7",
        Final = "Imaj9",
        Swing = 0.64,
        SwingsEighths = true,
        Looseness = 0.01,
        Warmth = 1.5,
        Air = 0.5,
        Crash = 51,
        Parts =
        [
            new(PartKind.Comp, [0, 26], 0.80) { Patterns = ["..c-....c-....c-", "c-....c-....c---", "......c-..c-...."], Low = 53, High = 74, Touch = 66, Pan = 0.25 },
            new(PartKind.Bass, [32], 0.86) { Patterns = ["r---f---o---a---", "r---f---r---a---"], Low = 33, Reverb = 0.12, Touch = 86 },
            new(PartKind.Melody, [11, 0, 66], 0.80)
            {
                Patterns = ["x---x-x---x-x-------..x-x-......", "..x-x---x-x-....x---x-x-x-......"],
                Contrast = ["x-x-x---..x-x---x-------........"],
                Low = 65, High = 82, From = 0.6, Pan = -0.2, Reverb = 0.45, Touch = 76,
            },
        ],
        Beats = [[new(51, "x...x.o.x...x.o."), new(44, "....x.......x..."), new(36, "o.......o.......", 0.6), new(37, "......o.......-.", 0.7)]],
        DrumLevel = 0.56,
        Fill = [38, 45],
    };
}
