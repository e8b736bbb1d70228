namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Writes the melody out of two motifs of two bars: one for the main phrases, one for the contrast. A phrase says its
/// motif, answers it, and closes; when the phrase comes back it is the same again with another ending.</summary>
internal static class MelodyWriter
{
    private const double Sixteenth = 0.25;

    private const int MotifSteps = 32;

    // Shapes in scale steps against the first note; rhythm decides how many of them are used.
    private static readonly int[][] s_shapes =
    [
        [0, 1, 2, 4, 2, 1, 2, 0],
        [0, 2, 1, 0, -1, 0, 2, 1],
        [4, 2, 1, 2, 0, 1, 2, 4],
        [0, 0, 2, 4, 3, 2, 1, 2],
        [2, 4, 5, 4, 2, 1, 0, 1],
        [0, -1, 0, 2, 4, 2, 0, -1],
        [4, 4, 2, 0, 1, 2, 1, 0],
        [0, 2, 4, 7, 6, 4, 2, 4],
    ];

    public static List<Note> Write(Arrangement piece, PartPlan plan, string purpose)
    {
        var chance = piece.Chance(purpose);
        var contrasts = plan.Contrast.Length > 0 ? plan.Contrast : plan.Patterns;
        var main = Motif.Choose(chance, plan.Patterns, s_shapes);
        var contrast = Motif.Choose(chance, contrasts, s_shapes);
        var notes = new List<Note>();
        var last = (plan.Low + plan.High) / 2;
        foreach (var section in piece.Sections)
        {
            // The first break is silence that is listened to; later ones are places for a new thought.
            var sings = section.Intensity >= plan.From || section.Turn > 1;
            if (!sings || section.Kind == SectionKind.Intro || (section.Kind == SectionKind.Break && section.Turn <= 1))
            {
                continue;
            }

            // The theme opens and closes the piece; between them each turn has thoughts of its own.
            var isTheme = section.Turn == 0 || section == piece.Sections[^1];
            var motif = isTheme
                ? section.Kind == SectionKind.B ? contrast : main
                : Motif.Invent(piece.Chance($"{purpose}{section.Kind}{section.Turn}"), section.Kind == SectionKind.B ? contrasts : plan.Patterns, s_shapes);
            var lift = section.Kind == SectionKind.B ? 2 : 0;
            for (var bar = 0; bar < section.Bars; bar += 2)
            {
                var answers = bar % 4 == 2;
                var closes = answers && section.Varied;
                var bars = Math.Min(2, section.Bars - bar);
                last = WriteMotif(notes, piece, plan, motif, section.Start + (bar * 4), bars, lift, answers, closes, last);
            }
        }

        var home = Nearest(piece.Final.Chord, last, plan);
        notes.Add(new Note(piece.Final.Beat, piece.Final.Length, home, plan.Touch + 2));
        return notes;
    }

    private static int WriteMotif(
        List<Note> notes, Arrangement piece, PartPlan plan, Motif motif, double start, int bars, int lift, bool answers, bool closes, int last)
    {
        // Every return of the motif begins where it began the first time: repetition is what makes it a theme.
        var center = piece.Key.StepNear((plan.Low + plan.High) / 2) + lift;
        var place = 0;
        for (var step = 0; step < bars * 16; step++)
        {
            if (motif.Rhythm[step % motif.Rhythm.Length] != 'x')
            {
                continue;
            }

            var beat = start + (step * Sixteenth);
            var length = Math.Min(HeldSteps(motif.Rhythm, step) * Sixteenth, start + (bars * 4) - beat);
            var shape = motif.Shape[place++ % motif.Shape.Length];

            // The answer turns the second half of the shape over, the close walks home.
            if (answers && step >= 16)
            {
                shape = closes ? Math.Min(shape, 2) - 1 : 2 - shape;
            }

            var pitch = piece.Key.PitchAt(center + shape);
            var isStrong = step % 8 == 0 || length >= 1;
            var chord = piece.ChordAt(beat).Chord;
            if (isStrong || !piece.Key.Contains(pitch) || Rubs(chord, pitch))
            {
                pitch = Nearest(chord, pitch, plan);
            }

            pitch = Fold(pitch, last, plan);
            notes.Add(new Note(beat, length * 0.96, pitch, plan.Touch + (isStrong ? 6 : -4) + (Math.Abs(shape) / 2)));
            last = pitch;
            if (closes && step >= 24)
            {
                break;
            }
        }

        return last;
    }

    private static int HeldSteps(string rhythm, int step)
    {
        var held = 1;
        while (held < MotifSteps && rhythm[(step + held) % rhythm.Length] == '-')
        {
            held++;
        }

        return held;
    }

    // A semitone above a tone of the chord is the one dissonance that sounds like a mistake.
    private static bool Rubs(Chord chord, int pitch) => chord.Has(pitch + 11) && !chord.Has(pitch);

    private static int Nearest(Chord chord, int pitch, PartPlan plan) =>
        Enumerable.Range(plan.Low, plan.High - plan.Low + 1).Where(chord.Has).MinBy(choice => Math.Abs(choice - pitch));

    private static int Fold(int pitch, int last, PartPlan plan)
    {
        if (pitch - last > 9)
        {
            pitch -= 12;
        }
        else if (last - pitch > 9)
        {
            pitch += 12;
        }

        while (pitch > plan.High)
        {
            pitch -= 12;
        }

        while (pitch < plan.Low)
        {
            pitch += 12;
        }

        return pitch;
    }
}
