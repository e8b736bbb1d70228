namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Lays out a number of bars as phrases: intro, A A' B A'', breaks in long pieces, and the fullest phrase last.</summary>
internal static class SongForm
{
    private const int PhraseBars = 4;

    private const int PhrasesPerTurn = 4;

    private static readonly (SectionKind Kind, double Intensity, bool Varied)[] s_round =
    [
        (SectionKind.A, 0.65, false),
        (SectionKind.A, 0.75, true),
        (SectionKind.B, 0.85, false),
        (SectionKind.A, 0.95, true),
        (SectionKind.Break, 0.4, false),
        (SectionKind.A, 0.75, false),
        (SectionKind.B, 0.85, true),
        (SectionKind.A, 0.95, true),
    ];

    public static IReadOnlyList<Section> Plan(int bars)
    {
        if (bars < PhraseBars)
        {
            return bars == 0 ? [] : [new Section(SectionKind.A, 0, bars, 0.9, false)];
        }

        var intro = bars % PhraseBars;
        if (intro == 0 && bars >= 4 * PhraseBars)
        {
            intro = PhraseBars;
        }

        var sections = new List<Section>();
        if (intro > 0)
        {
            sections.Add(new Section(SectionKind.Intro, 0, intro, 0.45, false));
        }

        var phrases = (bars - intro) / PhraseBars;
        for (var i = 0; i < phrases; i++)
        {
            sections.Add(Phrase(i, phrases, intro + (i * PhraseBars)) with { Turn = i / PhrasesPerTurn });
        }

        return sections;
    }

    private static Section Phrase(int index, int count, int firstBar)
    {
        if (index == count - 1)
        {
            return new Section(SectionKind.A, firstBar, PhraseBars, count == 1 ? 0.9 : 1, count > 1);
        }

        // Three phrases are A B A'': a contrast is worth more than a third A in a row.
        var row = count == 3 && index == 1 ? s_round[2] : s_round[index % s_round.Length];

        // A break just before the last phrase would leave too little piece to come back to.
        if (row.Kind == SectionKind.Break && index >= count - 2)
        {
            row = s_round[2];
        }

        return new Section(row.Kind, firstBar, PhraseBars, row.Intensity, row.Varied);
    }
}
