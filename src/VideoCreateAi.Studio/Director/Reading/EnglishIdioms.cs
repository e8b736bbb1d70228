namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>English verbs whose meaning hangs on a small word further on: "should go top left", "keep it still", "nudge the music up".</summary>
internal static class EnglishIdioms
{
    private const int Near = 5;

    public static void Fold(List<Term> terms)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            var next = Measures.At(terms, at + 1)?.Sense;
            terms[at] = terms[at] switch
            {
                // "the badge should go top left" takes nothing away.
                { Sense: Sense.Remove } goes when goes.Text.EndsWith(" go", StringComparison.OrdinalIgnoreCase) && next is Sense.Position or Sense.To or Sense.At or Sense.Start or Sense.End or Sense.Before or Sense.After
                    or Sense.Between or Sense.Over or Sense.Ordinal or Sense.Last or Sense.StartWith or Sense.Stretch => goes with { Sense = Sense.Put },
                // "drop it to the lower right"
                { Sense: Sense.Remove } drop when drop.Text.Equals("drop", StringComparison.OrdinalIgnoreCase) && IsMoved(terms, at) => drop with { Sense = Sense.Put },
                // "nudge the music up by 10 percent"
                { Sense: Sense.More, Text: "up" } up when IsAboutSound(terms, at) => up with { Sense = Sense.Louder },
                { Sense: Sense.Less, Text: "down" } down when IsAboutSound(terms, at) => down with { Sense = Sense.Quieter },
                // "fading in over 3 seconds and out over 5"
                { Sense: Sense.Off, Text: "out" } leaves when Measures.At(terms, at - 1)?.Sense == Sense.And && terms.FindLastIndex(at, Math.Min(at + 1, 8), term => term.Sense == Sense.FadeInWord) >= 0
                    => leaves with { Sense = Sense.FadeOutWord },
                var other => other,
            };
            if (terms[at].Sense == Sense.Keep && terms.FindIndex(at, Math.Min(Near, terms.Count - at), term => term is { Sense: Sense.Still, Text: "still" }) is > 0 and var still
                && Measures.At(terms, still + 1)?.Sense is null or Sense.Mark or Sense.And or Sense.Then or Sense.But && Measures.At(terms, still - 1)?.Sense is not (Sense.Each or Sense.Number or Sense.Keep))
            {
                // "keep the second one still"
                terms[at] = terms[at] with { Sense = Sense.Motion, Value = "none" };
                terms.RemoveAt(still);
            }
        }
    }

    private static bool IsMoved(List<Term> terms, int at)
    {
        var to = terms.FindIndex(at, Math.Min(Near, terms.Count - at), term => term.Sense is Sense.To or Sense.At);
        return to > 0 && Measures.At(terms, to + 1)?.Sense is Sense.Position or Sense.Start or Sense.End && Parts.Has(terms, at, Sense.It, Sense.Title, Sense.Logo, Sense.Caption);
    }

    private static bool IsAboutSound(List<Term> terms, int at) => Parts.Has(terms, at, Sense.Music, Sense.Sound, Sense.Volume, Sense.Voiceover, Sense.MusicStyle)
        && !Parts.Has(terms, at, Sense.AdjustNoun, Sense.Louder, Sense.Quieter, Sense.Adjust, Sense.Speed, Sense.Faster, Sense.Slower, Sense.Title, Sense.Quote);
}
