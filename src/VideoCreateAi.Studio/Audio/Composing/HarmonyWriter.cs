namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Chooses the chords of a piece: one progression per kind of phrase, a cadence, the closing chord.</summary>
internal static class HarmonyWriter
{
    public static IReadOnlyList<ChordSpan> Write(
        MusicStyle style, Key key, long seed, IReadOnlyList<Section> sections, double ringBeats)
    {
        var chance = new SeededRandom(seed, "harmony");
        var (main, contrast) = (chance.Int(style.Progressions.Length), chance.Int(style.Contrasts.Length));
        var spans = new List<ChordSpan>();
        foreach (var section in sections)
        {
            // A theme keeps its chords for two turns; what comes between them changes with each.
            var bars = (section.Kind == SectionKind.B
                ? style.Contrasts[(contrast + section.Turn) % style.Contrasts.Length]
                : style.Progressions[(main + (section.Turn / 2)) % style.Progressions.Length]).Split(' ');
            for (var bar = 0; bar < section.Bars; bar++)
            {
                // A short intro takes the end of the progression, so that it leads into the first phrase.
                var index = section.Kind == SectionKind.Intro ? bars.Length - section.Bars + bar : bar;
                var isLast = section == sections[^1] && bar == section.Bars - 1;
                AddBar(spans, isLast ? WithCadence(bars[index], style.Cadence) : bars[index], key, (section.FirstBar + bar) * 4);
            }
        }

        var end = sections.Count == 0 ? 0 : sections[^1].End;
        spans.Add(new ChordSpan(end, ringBeats, Chord.Parse(style.Final, key)));
        return spans;
    }

    // The chord that was due keeps the first half of the bar, unless it is the cadence itself.
    private static string WithCadence(string bar, string cadence)
    {
        var first = bar.Split(',')[0];
        return first == cadence ? cadence : $"{first},{cadence}";
    }

    private static void AddBar(List<ChordSpan> spans, string bar, Key key, double beat)
    {
        var numerals = bar.Split(',');
        var length = 4.0 / numerals.Length;
        for (var i = 0; i < numerals.Length; i++)
        {
            spans.Add(new ChordSpan(beat + (i * length), length, Chord.Parse(numerals[i], key)));
        }
    }
}
