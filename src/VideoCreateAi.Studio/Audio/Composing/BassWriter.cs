namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Writes the bass line, and with the same signs what drums with a pitch play (timpani, taiko).</summary>
internal static class BassWriter
{
    private const double Sixteenth = 0.25;

    public static List<Note> Write(Arrangement piece, PartPlan plan, string purpose)
    {
        var first = piece.Chance(purpose).Int(plan.Patterns.Length);
        var notes = new List<Note>();
        foreach (var section in piece.Sections.Where(section => section.Intensity >= plan.From))
        {
            var pattern = plan.Patterns[(first + section.Turn) % plan.Patterns.Length];
            for (var step = 0; step < section.Bars * 16; step++)
            {
                var beat = section.Start + (step * Sixteenth);
                var span = piece.ChordAt(beat);
                var sign = pattern[step % pattern.Length];

                // Whatever the pattern holds there, a new chord is said by its root.
                if (Math.Abs(span.Beat - beat) < 1e-6 && sign == '-')
                {
                    sign = 'r';
                }

                if (sign is '.' or '-')
                {
                    continue;
                }

                var held = 1;
                while (step + held < section.Bars * 16 && pattern[(step + held) % pattern.Length] == '-'
                    && piece.ChordAt(beat + (held * Sixteenth)) == span)
                {
                    held++;
                }

                notes.Add(new Note(beat, (held * Sixteenth) - 0.04, PitchOf(piece, plan, sign, span), plan.Touch + (step % 4 == 0 ? 6 : 0)));
            }
        }

        notes.Add(new Note(piece.Final.Beat, piece.Final.Length, InRange(piece.Final.Chord.Root, plan), plan.Touch + 8));
        return notes;
    }

    private static int PitchOf(Arrangement piece, PartPlan plan, char sign, ChordSpan span)
    {
        var root = InRange(span.Chord.Root, plan);
        return sign switch
        {
            'o' => root + 12,
            'f' => InRange(span.Chord.Tones[2 % span.Chord.Tones.Count], plan),
            'a' => StepTowards(piece, InRange(piece.ChordAt(span.End).Chord.Root, plan), root),
            _ => root,
        };
    }

    private static int StepTowards(Arrangement piece, int target, int from)
    {
        var step = piece.Key.StepNear(target);
        return piece.Key.PitchAt(from <= target ? step - 1 : step + 1);
    }

    private static int InRange(int pitchClass, PartPlan plan)
    {
        var pitch = plan.Low + ((((pitchClass - plan.Low) % 12) + 12) % 12);
        return pitch;
    }
}
