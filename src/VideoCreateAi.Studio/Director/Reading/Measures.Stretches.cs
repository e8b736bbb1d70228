namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>From one time to another, the first and the last seconds.</summary>
internal static partial class Measures
{
    private static (Term, int)? Stretches(List<Term> terms, int at)
    {
        // [from|between] time (to|-|and) time [unit was folded into the second]
        var lead = terms[at].Sense is Sense.From or Sense.Between or Sense.At ? 1 : 0;
        if (TimeAt(terms, at + lead, lead > 0) is { } from)
        {
            // "from 0:06 it gets boring to 0:13"
            while (lead > 0 && from.Sense == Sense.Moment && At(terms, at + lead + 1)?.Sense == Sense.Word && terms.FindIndex(at, Math.Min(7, terms.Count - at), term => term.Sense == Sense.To) > 0)
            {
                terms.RemoveAt(at + lead + 1);
            }

            var link = At(terms, at + lead + 1);
            // "clip 1 to 5 seconds" numbers the clip.
            var numbersAShot = from.Sense == Sense.Number && lead == 0 && IsNoun(At(terms, at - 1)) && link?.Sense == Sense.To;
            // "clips 1 and 2 to 5 seconds"
            numbersAShot = numbersAShot || (from.Sense == Sense.Number && lead == 0 && At(terms, at - 1)?.Sense == Sense.And
                && At(terms, at - 2)?.Sense == Sense.Number && IsNoun(At(terms, at - 3)));
            // "crossfades between 1 and 2" numbers the shots.
            numbersAShot = numbersAShot || (from.Sense == Sense.Number && At(terms, at + lead + 2)?.Sense == Sense.Number && terms[at].Sense == Sense.Between
                && terms.Take(at).TakeLast(4).Any(term => term.Sense is Sense.Transition or Sense.TransitionKind or Sense.Fade));
            // "fit all six into half a minute"
            numbersAShot = numbersAShot || (from.Sense == Sense.Number && lead == 0 && At(terms, at - 1)?.Sense is Sense.All or Sense.Both or Sense.Each);
            var isLink = !numbersAShot && (link is { Sense: Sense.To } or { Sense: Sense.Mark, Value: "-" or "~" }
                || (link is { Sense: Sense.And } && terms[at].Sense == Sense.Between));
            if (isLink && TimeAt(terms, at + lead + 2, true) is { } to && InOneUnit(from, to) is var (first, last) && last > first)
            {
                return (new Term(Sense.Stretch, "", first, last), lead + 3);
            }

            // 5秒から10秒だけ: from, and no word for "to".
            if (terms[at].Sense == Sense.From && link is { Sense: Sense.Length } end && end.Number > from.Number)
            {
                return (new Term(Sense.Stretch, "", from.Number, end.Number), lead + 2);
            }
        }

        // 从头到8秒放慢一半: the part that gets another speed.
        if (terms[at].Sense == Sense.From && At(terms, at + 1) is { Sense: Sense.Start } or { Sense: Sense.Ordinal, Number: 1 } && At(terms, at + 2)?.Sense == Sense.To
            && At(terms, at + 3) is { Sense: Sense.Length or Sense.Moment } upTo && Parts.Has(terms, at, Sense.Faster, Sense.Slower, Sense.Speed, Sense.Factor))
        {
            return (new Term(Sense.Head, "", upTo.Number), 4);
        }

        if (terms[at] is { Sense: Sense.Ordinal, Number: 1 } or { Sense: Sense.Start or Sense.Last or Sense.End })
        {
            var sense = terms[at].Sense is Sense.Ordinal or Sense.Start ? Sense.Head : Sense.Tail;
            // "make that title last 8 seconds": after a thing, "last" is what the thing does.
            var isVerb = terms[at] is { Sense: Sense.Last, Text: "last" or "Last" or "lasts" } && At(terms, at - 1)?.Sense is Sense.Title or Sense.It or Sense.Make or Sense.Music or Sense.Still
                or Sense.Clip or Sense.Shot or Sense.Video or Sense.Quote or Sense.Caption or Sense.Logo or Sense.Media or Sense.ShotPlace;
            isVerb = isVerb || (terms[at] is { Sense: Sense.Last, Text: "last" or "Last" or "lasts" } && At(terms, at - 1)?.Sense == Sense.Number && IsNoun(At(terms, at - 2)));
            // "i need it to last 24 seconds"; "trim it to the last 2 seconds" is another.
            isVerb = isVerb || (terms[at] is { Sense: Sense.Last, Text: "last" } && At(terms, at - 1)?.Sense == Sense.To && !Parts.Has(terms, at, Sense.Cut, Sense.Keep, Sense.Shorten));
            if (isVerb && At(terms, at + 1) is { Sense: Sense.Length } lasting)
            {
                return (lasting with { Value = Lasting }, 2);
            }

            // 开头3秒, 처음 3초: no word between the two.
            var isEdge = terms[at].Sense is Sense.Start or Sense.End && Scripts.IsRunning(terms[at].Text.FirstOrDefault());
            if ((isEdge || terms[at].Sense is Sense.Ordinal or Sense.Last) && At(terms, at + 1) is { Sense: Sense.Length } length)
            {
                return (new Term(sense, "", length.Number), 2);
            }
        }

        // "3 s off the start", "the 2 seconds at the end"
        if (terms[at].Sense is Sense.Length or Sense.Number && At(terms, at + 1)?.Sense is Sense.Off or Sense.From
            && OffEnd(terms, at) is { } off)
        {
            return (new Term(off.Sense, "", Milliseconds(terms[at])), off.Length);
        }

        return null;
    }

    /// <summary>"minutes 1 to 3", "2 to 4 minutes": the unit is said once and holds for both.</summary>
    private static (double From, double To) InOneUnit(Term from, Term to) =>
        from.Value == Minutes && to.Sense == Sense.Number ? (from.Number, to.Number * MinuteUnit / 1000)
        : from.Sense == Sense.Number && (to.Value == Minutes || (to.Sense == Sense.Length && to.Number % MinuteUnit == 0)) && from.Number * MinuteUnit / 1000 < to.Number ? (from.Number * MinuteUnit / 1000, to.Number)
        : (from.Number, to.Number);

    private static (Sense Sense, int Length)? OffEnd(List<Term> terms, int at)
    {
        var edge = At(terms, at + 2) is { Sense: Sense.From or Sense.At } ? 3 : 2;
        return At(terms, at + edge)?.Sense switch
        {
            Sense.Start or Sense.Ordinal => (Sense.Head, edge + 1),
            Sense.End or Sense.Last => (Sense.Tail, edge + 1),
            _ => null,
        };
    }
}
