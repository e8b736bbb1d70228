namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"in a split: a above, b below", "split screen please. a goes left, b goes right": each file with its side, wherever the wish itself stands.</summary>
internal static class ScreenHalves
{
    // Between a file and its side stand a verb and a small word at most.
    private const int MostBetween = 3;

    public static void Fold(List<Term> terms)
    {
        if (terms.Exists(term => term.Sense is Sense.Logo or Sense.PictureInPicture or Sense.Quote or Sense.Motion))
        {
            return;
        }

        var files = Enumerable.Range(0, terms.Count).Where(at => terms[at].Sense == Sense.Media).ToList();
        var isNamed = terms.Exists(term => term.Sense is Sense.SplitScreen or Sense.Split);
        for (var index = 0; index + 1 < files.Count; index++)
        {
            var (first, second) = (files[index], files[index + 1]);
            if (terms[first].Value == terms[second].Value || SideOf(terms, first, second, first + 1) is not { } one || SideOf(terms, second, files.Count > index + 2 ? files[index + 2] : terms.Count, one + 1) is not { } other)
            {
                continue;
            }

            var sides = (Side(terms[one]), Side(terms[other]));
            var areOpposite = sides is ("left", "right") or ("right", "left") or ("top", "bottom") or ("bottom", "top");
            if (!areOpposite || !(isNamed || sides.Item1 is "left" or "right"))
            {
                continue;
            }

            // Each side behind its file, and the wish in front of both, as one clause.
            List<Term> said = [terms[first], terms[one] with { Sense = Sense.Position, Value = sides.Item1! }, terms[second], terms[other] with { Sense = Sense.Position, Value = sides.Item2! }];
            terms.RemoveRange(first, Math.Max(second, other) - first + 1);
            terms.Insert(first, new Term(Sense.Mark, ".", Text: "."));
            terms.InsertRange(first, [new Term(Sense.SplitScreen, At: said[0].At, End: said[0].End), .. said]);
            terms.InsertRange(first, [new Term(Sense.Mark, ".", Text: ".")]);
            var named = terms.FindIndex(term => term.Sense is Sense.SplitScreen or Sense.Split);
            if (named < first)
            {
                terms.RemoveAt(named);
            }
            else if (terms.FindLastIndex(term => term.Sense is Sense.SplitScreen or Sense.Split) is var later && later > first + 1)
            {
                terms.RemoveAt(later);
            }

            return;
        }
    }

    /// <summary>The side that stands behind a file, before the next one.</summary>
    private static int? SideOf(List<Term> terms, int file, int end, int from)
    {
        for (var at = Math.Max(file + 1, from); at < Math.Min(end, file + 2 + MostBetween); at++)
        {
            if (Side(terms[at]) is not null)
            {
                return at;
            }

            if (terms[at].Sense is not (Sense.Word or Sense.Put or Sense.At or Sense.To or Sense.Sequence or Sense.Make or Sense.Add or Sense.It or Sense.Still or Sense.Clip or Sense.Video or Sense.Keep or Sense.And or Sense.Over))
            {
                return null;
            }
        }

        return null;
    }

    private static string? Side(Term term) => term switch
    {
        { Sense: Sense.Position, Value: "left" or "right" or "top" or "bottom" } => term.Value,
        { Sense: Sense.Over, Text: "above" or "Above" } => "top",
        _ => null,
    };
}
