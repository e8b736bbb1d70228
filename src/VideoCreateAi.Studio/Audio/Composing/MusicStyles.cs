namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>The kinds of music that the studio composes. A new style is a new row.</summary>
internal static partial class MusicStyles
{
    /// <summary>For those who ask for music and say no more: bright, warm, in nobody's way.</summary>
    public static MusicStyle Promo { get; } = new("promo", 112)
    {
        Progressions = ["I V vi IV", "I vi IV V", "IV I V vi", "I iii IV V"],
        Contrasts = ["vi IV I V", "IV V iii vi", "ii IV I V"],
        Cadence = "V",
        Final = "Iadd9",
        Parts =
        [
            new(PartKind.Pad, [48, 89, 50], 0.52) { Low = 53, High = 74, Reverb = 0.5, Touch = 66 },
            new(PartKind.Comp, [0, 0, 4], 0.88)
            {
                Patterns = ["0-1-2-1-3-1-2-1-", "0-2-1-2-3-2-1-2-", "0---2-1-3---1-2-"], Low = 52, High = 72, Rings = true, Touch = 74,
            },
            new(PartKind.Comp, [25, 24], 0.66)
            {
                Patterns = ["c---..u-..u-c-u-", "c-..u-u-..u-u-..", "c-u-..u-c-u-..u-"], Low = 55, High = 76, From = 0.7, Pan = 0.45, Touch = 66,
            },
            new(PartKind.Bass, [33, 32], 0.72)
            {
                Patterns = ["r-----r-r---r-f-", "r---..r-r---f-..", "r-r-..r-r-r-..a-"], Low = 31, From = 0.55, Reverb = 0.08, Touch = 84,
            },
            new(PartKind.Melody, [9, 11, 0], 0.80)
            {
                Patterns = ["x---x---x-x---x-x-------........", "..x-x-x---x-----..x-x-x-x-------", "x-----x-x---x---x-----x-x-------"],
                Contrast = ["x-------x-x-x---x-------x-x-x---", "x---x---x---x-x-x-----------...."],
                Low = 69, High = 86, From = 0.7, Pan = -0.2, Reverb = 0.5, Touch = 80,
            },
            new(PartKind.Counter, [49, 48], 0.62) { Low = 67, High = 81, From = 0.85, Pan = -0.35, Reverb = 0.55, Touch = 62 },
        ],
        Beats =
        [
            [
                new(36, "X.......x.x....."), new(38, "....x.......x...", 0.7), new(37, "....x.......x..."),
                new(42, "x.o.x.o.x.o.x.o."), new(70, "-.o.-.o.-.o.-.o.", 0.75), new(54, "....o.......o...", 0.85),
            ],
            [
                new(36, "X.....x.x......."), new(38, "....x.......x..o", 0.7), new(39, "....o.......o...", 0.85),
                new(42, "o.x.o.x.o.x.o.x."), new(70, "o-o-o-o-o-o-o-o-", 0.75),
            ],
        ],
        DrumLevel = 0.62,
        Fill = [48, 47, 45, 43],
    };

    // Computed: the other files' rows have no certain order of initialisation against a field here.
    public static IReadOnlyList<MusicStyle> All =>
    [
        Promo, Calm, Ambient, Piano, Romantic, Sad, LoFi, Jazz, Acoustic, Upbeat, Playful, Corporate, Electronic, Rock, Cinematic, Epic, Dramatic, Holiday,
    ];

    public static MusicStyle Named(string name) => All.First(style => style.Name == name);
}
