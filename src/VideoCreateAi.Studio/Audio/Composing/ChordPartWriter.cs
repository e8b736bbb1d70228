namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Writes pads, broken chords and the slow second voice: the parts that play the harmony itself.</summary>
internal static class ChordPartWriter
{
    private const double Sixteenth = 0.25;

    public static List<Note> WritePad(Arrangement piece, PartPlan plan)
    {
        var notes = new List<Note>();
        int[] voicing = [];
        foreach (var span in piece.Harmony)
        {
            voicing = VoiceLeading.Next(voicing, span.Chord, plan.Low, plan.High);
            if (!Plays(piece, plan, span.Beat))
            {
                continue;
            }

            foreach (var pitch in voicing)
            {
                HoldOrStrike(notes, pitch, span, plan.Touch);
            }
        }

        return notes;
    }

    public static List<Note> WriteCounter(Arrangement piece, PartPlan plan)
    {
        var notes = new List<Note>();
        var pitch = (plan.Low + plan.High) / 2;
        foreach (var span in piece.Harmony)
        {
            // Thirds and sevenths tell the chord; the root is the bass's affair.
            var choices = Enumerable.Range(plan.Low, plan.High - plan.Low + 1).Where(span.Chord.Has);
            var from = pitch;
            pitch = choices.MinBy(choice => Math.Abs(choice - from) + (choice % 12 == span.Chord.Root ? 1.5 : 0));
            if (Plays(piece, plan, span.Beat))
            {
                HoldOrStrike(notes, pitch, span, plan.Touch);
            }
        }

        return notes;
    }

    public static List<Note> WriteComp(Arrangement piece, PartPlan plan, string purpose)
    {
        var first = piece.Chance(purpose).Int(plan.Patterns.Length);
        var notes = new List<Note>();
        int[] voicing = [];
        foreach (var span in piece.Harmony)
        {
            voicing = VoiceLeading.Next(voicing, span.Chord, plan.Low, plan.High);
            if (span == piece.Final)
            {
                Roll(notes, voicing, span, plan.Touch);
            }
            else if (Plays(piece, plan, span.Beat))
            {
                var turn = piece.SectionAt(span.Beat)?.Turn ?? 0;
                WriteSpan(notes, voicing, span, plan.Patterns[(first + turn) % plan.Patterns.Length], plan);
            }
        }

        return notes;
    }

    private static void WriteSpan(List<Note> notes, int[] voicing, ChordSpan span, string pattern, PartPlan plan)
    {
        var steps = (int)Math.Round(span.Length / Sixteenth);
        for (var step = 0; step < steps; step++)
        {
            var beat = span.Beat + (step * Sixteenth);
            var place = (int)Math.Round(beat / Sixteenth) % pattern.Length;
            var sign = pattern[place];
            if (sign is '.' or '-')
            {
                continue;
            }

            var length = plan.Rings ? span.End - beat : HeldSteps(pattern, place, steps - step) * Sixteenth;
            var touch = plan.Touch + Accent(beat);
            if (char.IsAsciiDigit(sign))
            {
                var index = sign - '0';
                var pitch = voicing[index % voicing.Length] + (12 * (index / voicing.Length));
                notes.Add(new Note(beat, length, pitch, touch));
                continue;
            }

            foreach (var pitch in sign == 'u' ? voicing[1..] : voicing)
            {
                notes.Add(new Note(beat, length, pitch, touch));
            }
        }
    }

    private static int HeldSteps(string pattern, int place, int most)
    {
        var held = 1;
        while (held < most && pattern[(place + held) % pattern.Length] == '-')
        {
            held++;
        }

        return held;
    }

    /// <summary>The closing chord, from below like a hand that says goodbye, its root doubled on top.</summary>
    private static void Roll(List<Note> notes, int[] voicing, ChordSpan span, int touch)
    {
        const double Between = 0.07;
        for (var i = 0; i < voicing.Length; i++)
        {
            notes.Add(new Note(span.Beat + (i * Between), span.Length - (i * Between), voicing[i], touch + 4));
        }
    }

    // A tone that stays is held through, not struck again: that is what makes a pad a pad.
    private static void HoldOrStrike(List<Note> notes, int pitch, ChordSpan span, int touch)
    {
        var held = notes.FindLastIndex(note => note.Pitch == pitch);
        if (held >= 0 && Math.Abs(notes[held].End - span.Beat) < 1e-6 && notes[held].Length < 16)
        {
            notes[held] = notes[held] with { Length = notes[held].Length + span.Length };
            return;
        }

        notes.Add(new Note(span.Beat, span.Length, pitch, touch));
    }

    private static bool Plays(Arrangement piece, PartPlan plan, double beat) =>
        beat >= piece.Final.Beat - 1e-6 || piece.SectionAt(beat)!.Intensity >= plan.From;

    private static int Accent(double beat) => (beat % 4) switch
    {
        0 => 8,
        2 => 4,
        var inBar => inBar % 1 == 0 ? 0 : -6,
    };
}
