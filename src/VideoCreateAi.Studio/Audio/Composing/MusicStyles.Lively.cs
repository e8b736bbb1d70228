namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Styles that put people in motion.</summary>
internal static partial class MusicStyles
{
    public static MusicStyle Acoustic { get; } = new("acoustic", 102)
    {
        Progressions = ["I V vi IV", "I IV vi V", "I IV I V"],
        Contrasts = ["vi IV I V", "IV I IV V", "ii IV I V"],
        Cadence = "V",
        Final = "I",
        Looseness = 0.01,
        Crash = 0,
        Parts =
        [
            new(PartKind.Comp, [25], 0.90) { Patterns = ["c---u-u-..u-c-u-", "c---c-u-..u-c-u-"], Low = 48, High = 68, Pan = -0.45, Touch = 72 },
            new(PartKind.Comp, [24], 0.82) { Patterns = ["0-1-2-3-2-1-2-1-", "0-2-1-3-2-1-3-2-"], Low = 55, High = 76, From = 0.4, Pan = 0.45, Rings = true, Touch = 70 },
            new(PartKind.Bass, [32, 33], 0.70) { Patterns = ["r-----r-f-------", "r-------f-----a-"], Low = 31, From = 0.6, Reverb = 0.1, Touch = 80 },
            new(PartKind.Melody, [73, 0, 22], 0.70)
            {
                Patterns = ["x---x-x-x---x---x-------........", "..x-x-x-x-----x-x-----------...."],
                Contrast = ["x-------x---x-x-x---------------"],
                Low = 67, High = 84, From = 0.7, Reverb = 0.5, Touch = 72,
            },
            new(PartKind.Pad, [48], 0.40) { Low = 55, High = 74, From = 0.85, Reverb = 0.6, Touch = 56 },
        ],
        Beats = [[new(36, "x.......x......."), new(70, "o-x-o-x-o-x-o-x-"), new(54, "....o.......o...", 0.7), new(39, "....-.......-...", 0.85)]],
        DrumLevel = 0.5,
    };

    public static MusicStyle Upbeat { get; } = new("upbeat", 122)
    {
        Progressions = ["I IV vi V", "I V vi IV", "I IV I V", "I vi IV V"],
        Contrasts = ["IV V vi I", "vi IV I V", "ii V I IV"],
        Cadence = "V",
        Final = "I",
        Parts =
        [
            new(PartKind.Comp, [24, 25], 0.82) { Patterns = ["c-..c-u-..u-c-u-", "c-u-..u-c-u-..u-"], Low = 60, High = 79, Pan = 0.4, Touch = 72 },
            new(PartKind.Comp, [0], 0.80) { Patterns = ["c---....c-..c---", "c-....c-....c---", "c---c---c---c---"], Low = 53, High = 74, From = 0.6, Pan = -0.25, Touch = 74 },
            new(PartKind.Bass, [33, 34], 0.76) { Patterns = ["r-..r-r-f-..r-a-", "r-r-..r-r-r-..f-", "r---r---r---f-a-"], Low = 31, From = 0.55, Reverb = 0.06, Touch = 88 },
            new(PartKind.Melody, [9, 78, 12], 0.78)
            {
                Patterns = ["x-x---x-x---x---x-x---x-x-------", "x---x-x---x-x---x---x-x---------", "..x-x-x-x---x---..x-x-x-x-------"],
                Contrast = ["x-------x-x-x-x-x-------x---x---", "x-x-x---x-x-x---x-----------...."],
                Low = 70, High = 88, From = 0.65, Pan = -0.1, Reverb = 0.35, Touch = 82,
            },
            new(PartKind.Pad, [61, 50], 0.42) { Low = 55, High = 74, From = 0.85, Reverb = 0.35, Touch = 66 },
        ],
        Beats =
        [
            [
                new(36, "X.......x......."), new(38, "....x.......x...", 0.7), new(39, "....X.......X..."), new(42, "o.x.o.x.o.x.o.x.", 0.6),
                new(54, "x-o-x-o-x-o-x-o-", 0.75),
            ],
            [new(36, "X...x...X...x..."), new(39, "....X.......X..."), new(38, "....x.......x.-x", 0.75), new(42, "..x...x...x...x."), new(70, "o-o-o-o-o-o-o-o-", 0.6)],
        ],
        DrumLevel = 0.66,
        Fill = [38, 48, 45, 43],
    };

    public static MusicStyle Playful { get; } = new("playful", 116)
    {
        Progressions = ["I IV V I", "I vi ii V", "I I IV V"],
        Contrasts = ["IV I ii V", "vi iii IV V"],
        Cadence = "V7",
        Final = "I",
        SwingsEighths = true,
        Swing = 0.58,
        Crash = 0,
        Parts =
        [
            new(PartKind.Comp, [45], 1.00) { Patterns = ["..c...c...c...c.", "0...c...1...c..."], Low = 55, High = 76, Pan = 0.3, Touch = 78 },
            new(PartKind.Bass, [58, 32, 70], 0.66) { Patterns = ["r-..f-..r-..f-..", "r-..f-..r-..a-.."], Low = 36, Reverb = 0.2, Touch = 82 },
            new(PartKind.Melody, [12, 13, 71], 0.90)
            {
                Patterns = ["x-x-x---x-x-x---x-..x-..x---....", "x---x-x-x---x---x-x-x-x-x---...."],
                Contrast = ["x-..x-..x-x-x---x-..x-..x---...."],
                Low = 67, High = 86, From = 0.4, Pan = -0.2, Touch = 82,
            },
            new(PartKind.Comp, [9], 0.56) { Patterns = ["..........2.3.4.", "......4.......3."], Low = 72, High = 88, From = 0.8, Touch = 62 },
        ],
        Beats = [[new(37, "....o.......o..."), new(76, "x.......x.....o.", 0.7), new(54, "..o...o...o...o.", 0.8), new(36, "o.......o.......", 0.6)]],
        DrumLevel = 0.5,
    };

    public static MusicStyle Corporate { get; } = new("corporate", 118)
    {
        Progressions = ["I V vi IV", "IV I V vi", "vi IV I V", "I IV vi V"],
        Contrasts = ["IV vi I V", "ii vi IV V", "vi V IV V"],
        Cadence = "V",
        Final = "Iadd9",
        Parts =
        [
            new(PartKind.Comp, [28, 45], 0.86)
            {
                Patterns = ["0.1.2.1.0.1.2.1.", "0.0.1.1.2.2.1.1.", "2.1.0.1.2.1.0.1."], Low = 60, High = 79, Pan = 0.4, Reverb = 0.4, Touch = 76,
            },
            new(PartKind.Comp, [0], 0.86) { Patterns = ["c-------c-------", "c-----c---c-----", "c---------c-c---"], Low = 52, High = 74, Rings = true, Pan = -0.15, Reverb = 0.45, Touch = 74 },
            new(PartKind.Pad, [48, 50], 0.52) { Low = 53, High = 74, From = 0.5, Reverb = 0.55, Touch = 64 },
            new(PartKind.Bass, [33, 34, 38], 0.74) { Patterns = ["r-r-r-r-r-r-r-r-", "r---r---r---r---"], Low = 31, From = 0.6, Reverb = 0.06, Touch = 82 },
            new(PartKind.Melody, [0, 11, 9], 0.84)
            {
                Patterns = ["x-----x-----x---x---------------", "x---x---x-----x-x-------x-------", "....x-x-x-------....x-x-x-------"],
                Contrast = ["x-------x-------x---x---x-------", "x-x-x---x-------x-x-x-----------"],
                Low = 69, High = 86, From = 0.7, Reverb = 0.55, Touch = 82,
            },
            new(PartKind.Counter, [49, 60], 0.62) { Low = 64, High = 79, From = 0.85, Pan = -0.35, Reverb = 0.55, Touch = 66 },
        ],
        Beats =
        [
            [
                new(36, "X...X...X...X...", 0.6), new(39, "....x.......x...", 0.7), new(38, "....x.......x...", 0.85),
                new(42, "..x...x...x...x."), new(70, "o-o-o-o-o-o-o-o-", 0.75),
            ],
            [new(36, "X.....x.x.......", 0.6), new(38, "....x.......x...", 0.7), new(42, "x.o.x.o.x.o.x.o."), new(54, "....o.......o...", 0.85)],
        ],
        DrumLevel = 0.6,
        Fill = [50, 48, 47, 43],
    };

    public static MusicStyle Electronic { get; } = new("electronic", 126)
    {
        IsMinor = true,
        Progressions = ["i bVI bIII bVII", "bVI bVII i i", "i bIII bVII iv", "i bVII bVI bVII"],
        Contrasts = ["bVI bIII bVII i", "iv bVI i bVII"],
        Cadence = "bVII",
        Final = "i",
        Looseness = 0.002,
        Warmth = 1.5,
        Air = 2,
        Kit = 24,
        Parts =
        [
            new(PartKind.Comp, [81, 80, 87], 0.62)
            {
                Patterns = ["0.1.2.0.1.2.0.1.", "0..1..2..0..1.2.", "2.1.0.2.1.0.2.1."], Low = 60, High = 79, Pan = 0.35, Reverb = 0.4, Chorus = 0.4, Touch = 72,
            },
            new(PartKind.Pad, [90, 50, 95], 0.52) { Low = 53, High = 74, Reverb = 0.5, Chorus = 0.4, Touch = 66 },
            new(PartKind.Bass, [38, 39], 0.78) { Patterns = ["..r-..r-..r-..r-", "..rr..rr..rr..ro", "r..r..r.r..r..r."], Low = 33, From = 0.55, Reverb = 0.03, Touch = 92 },
            new(PartKind.Melody, [80, 81, 62], 0.68)
            {
                Patterns = ["x--x--x---x-x---x--x--x---------", "x---..x-x---x---x---..x-x-------", "..x-..x-x--x--x-..x-..x-x-------"],
                Contrast = ["x-------x--x--x-x-------........"],
                Low = 67, High = 84, From = 0.75, Reverb = 0.4, Chorus = 0.3, Touch = 82,
            },
        ],
        Beats =
        [
            [new(36, "X...X...X...X...", 0.5), new(39, "....x.......x...", 0.7), new(46, "..x...x...x...x.", 0.7), new(42, "oooooooooooooooo"), new(38, "....x.......x...", 0.9)],
            [new(36, "X...X...X..xX...", 0.5), new(38, "....X.......X...", 0.7), new(42, "o-x-o-x-o-x-o-x-"), new(46, "..o...o...o...o.", 0.85)],
        ],
        DrumLevel = 0.74,
        Fill = [38, 38, 38, 38],
    };

    public static MusicStyle Rock { get; } = new("rock", 132)
    {
        IsMinor = true,
        Progressions = ["i bVI bIII bVII", "i bVII iv bVI", "i bIII bVII iv"],
        Contrasts = ["bVI bVII i i", "iv bVI bVII bVII"],
        Cadence = "bVII",
        Final = "i5",
        Kit = 16,
        Parts =
        [
            new(PartKind.Comp, [29, 30], 0.68) { Patterns = ["c-c-c-c-c-c-c-c-", "c---c-c-..c-c-c-", "c-..c-..c-..c-c-"], Low = 45, High = 62, From = 0.5, Pan = -0.5, Reverb = 0.2, Touch = 80 },
            new(PartKind.Comp, [27], 0.74) { Patterns = ["0-1-2-1-0-1-2-1-", "2-1-0-1-2-1-0-1-"], Low = 57, High = 76, Pan = 0.5, Reverb = 0.35, Touch = 76 },
            new(PartKind.Bass, [34], 0.80) { Patterns = ["r-r-r-r-r-r-r-r-", "r-r-..r-r-r-f-a-"], Low = 28, From = 0.5, Reverb = 0.05, Touch = 94 },
            new(PartKind.Pad, [18, 50], 0.38) { Low = 55, High = 74, From = 0.7, Reverb = 0.4, Touch = 62 },
            new(PartKind.Melody, [29, 81], 0.62)
            {
                Patterns = ["x---x-x-----x---x---x-x---------", "x-----x-x---x---x---------------"],
                Contrast = ["x-------x---x---x-------x-------"],
                Low = 62, High = 79, From = 0.8, Reverb = 0.4, Touch = 84,
            },
        ],
        Beats =
        [
            [new(36, "X.....x.x.x....."), new(38, "....X.......X...", 0.6), new(42, "x.o.x.o.x.o.x.o."), new(46, "..............x.", 0.85)],
            [new(36, "X..x..x.X......."), new(38, "....X.......X..o", 0.6), new(42, "x.x.x.x.x.x.x.x.")],
        ],
        DrumLevel = 0.76,
        Fill = [38, 48, 45, 41],
    };
}
