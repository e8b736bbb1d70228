namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Soundfonts play their programs at very different levels; this evens them out, so that a style can say how loud
/// a part shall be and not how loud its samples happen to be.</summary>
internal static class ProgramTrim
{
    private const double Common = -27;

    // LUFS of the same phrase on TimGM6mb, each program in the register that the styles use it in.
    private static readonly Dictionary<int, double> s_measured = new()
    {
        [0] = -30.1, [4] = -23.3, [5] = -27.2, [9] = -28.8, [10] = -24.7, [11] = -23.0, [12] = -30.5, [13] = -32,
        [14] = -24.3, [18] = -25.4, [22] = -22.9, [24] = -25.6, [25] = -28.7, [26] = -25.0, [27] = -27.7, [28] = -28.5,
        [29] = -24.3, [30] = -22.1, [40] = -21.7, [42] = -20.8, [44] = -23.7, [45] = -28.5, [46] = -21.2, [48] = -17.5,
        [49] = -26.4, [50] = -23.2, [52] = -24.4, [60] = -19.5, [61] = -28.6, [62] = -23.6, [66] = -21.5, [71] = -22.9,
        [73] = -21.0, [78] = -20.6, [80] = -21.7, [81] = -21.6, [87] = -23.1, [88] = -22.9, [89] = -28.7, [90] = -27.5,
        [91] = -24.1, [95] = -30,
    };

    /// <summary>The MIDI volume (0 to 1) for a level (0 to 1) of a part. Basses and drums are left as they are.</summary>
    public static double Volume(Part part)
    {
        var trim = part.Kind is PartKind.Drums or PartKind.Bass ? 0 : Common - s_measured.GetValueOrDefault(part.Program, Common);

        // MIDI volume counts twice in decibels: half of it is a quarter of the amplitude.
        return Math.Min(1, part.Level * Math.Pow(10, trim / 40));
    }
}
