namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Writes the drums: the beat of the style, fuller with the phrase, fills between phrases, a stroke for the end.</summary>
internal static class DrumWriter
{
    private const double Sixteenth = 0.25;

    private const int Kick = 36;

    public static List<Note> Write(Arrangement piece)
    {
        var style = piece.Style;
        var chance = piece.Chance("drums");
        var first = chance.Int(style.Beats.Length);
        var notes = new List<Note>();
        foreach (var section in piece.Sections)
        {
            var isFirst = section == piece.Sections[0];
            var beat = style.Beats[(first + section.Turn) % style.Beats.Length];
            for (var bar = 0; bar < section.Bars; bar++)
            {
                var fills = bar == section.Bars - 1 && style.Fill.Length > 0 && section.Intensity >= 0.6;
                WriteBar(notes, beat, section, (section.FirstBar + bar) * 4, fills ? 12 : 16);
                if (fills)
                {
                    WriteFill(notes, style.Fill, (section.FirstBar + bar) * 4, chance);
                }
            }

            if (!isFirst && section.Intensity >= 0.7 && style.Crash > 0)
            {
                notes.Add(new Note(section.Start, 2, style.Crash, 88));
            }
        }

        if (style.Crash > 0)
        {
            notes.Add(new Note(piece.Final.Beat, Math.Min(4, piece.Final.Length), style.Crash, 96));
        }

        if (style.Beats[first].Any(line => line.Key == Kick))
        {
            notes.Add(new Note(piece.Final.Beat, Math.Min(1, piece.Final.Length), Kick, 100));
        }

        return notes;
    }

    private static void WriteBar(List<Note> notes, DrumPattern[] beat, Section section, double start, int steps)
    {
        foreach (var line in beat.Where(line => section.Intensity >= line.From))
        {
            for (var step = 0; step < steps; step++)
            {
                var velocity = Velocity(line.Steps[step % line.Steps.Length]);
                if (velocity > 0)
                {
                    notes.Add(new Note(start + (step * Sixteenth), Sixteenth, line.Key, velocity));
                }
            }
        }
    }

    // The last beat of the bar, falling from the first drum to the last and growing louder.
    private static void WriteFill(List<Note> notes, int[] drums, double start, SeededRandom chance)
    {
        var strokes = chance.Pick<int[]>([[0, 1, 2, 3], [0, 2, 3], [0, 1, 2]]);
        for (var i = 0; i < strokes.Length; i++)
        {
            var drum = drums[i * drums.Length / strokes.Length];
            notes.Add(new Note(start + 3 + (strokes[i] * Sixteenth), Sixteenth, drum, 74 + (7 * i)));
        }

        notes.Add(new Note(start + 3, Sixteenth, Kick, 84));
    }

    private static int Velocity(char sign) => sign switch
    {
        'X' => 108,
        'x' => 88,
        'o' => 64,
        '-' => 42,
        _ => 0,
    };
}
