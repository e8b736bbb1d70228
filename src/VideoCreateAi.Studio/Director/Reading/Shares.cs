namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Per cent of loudness: "baja la música 20 %" is by so much, "bájala al 20" to so much.</summary>
internal static class Shares
{
    private const double LeastLevel = 5;
    private const double MostLevel = 200;

    public static void Fold(List<Term> terms, Language language)
    {
        if (language.Main.Code == "en" || language.Main.IsRunning)
        {
            return;
        }

        for (var at = 0; at < terms.Count; at++)
        {
            // "aumenta la última foto a 6 segundos" is about how long it is.
            if (terms[at] is { Sense: Sense.Louder or Sense.Quieter } change && Parts.Has(terms, at, Sense.Length)
                && !Parts.Has(terms, at, Sense.Music, Sense.Sound, Sense.Volume, Sense.AdjustNoun, Sense.Percent, Sense.Voiceover, Sense.Head, Sense.Tail, Sense.FadeInWord, Sense.FadeOutWord, Sense.Speed, Sense.Opacity))
            {
                terms[at] = change with { Sense = change.Sense == Sense.Louder ? Sense.Lengthen : Sense.Shorten };
            }

            var before = Measures.At(terms, at - 1)?.Sense;
            if (terms[at].Sense == Sense.Percent && Parts.Has(terms, at, Sense.Louder, Sense.Quieter)
                && !Parts.Has(terms, at, Sense.To, Sense.At, Sense.By, Sense.Add, Sense.Volume) && before is not Sense.For)
            {
                terms.Insert(at, new Term(Sense.By, At: terms[at].At, End: terms[at].At));
                at++;
            }
            else if (terms[at] is { Sense: Sense.Number, Number: >= LeastLevel and <= MostLevel } level && before == Sense.To
                && Measures.At(terms, at + 1)?.Sense is null or Sense.Mark or Sense.And or Sense.Then && Parts.Has(terms, at, Sense.Louder, Sense.Quieter, Sense.Volume))
            {
                terms[at] = level with { Sense = Sense.Percent };
            }
        }
    }
}
