using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>The files that a first message names in a row, each with the length that is said of it or of all.</summary>
internal static class FirstRowEntries
{
    private const double LongestBare = 600;

    public static List<FirstRowEntry>? Of(List<Term> terms, Wishes wishes)
    {
        var entries = new List<FirstRowEntry>();
        (TimeSpan Length, bool IsShared)? early = null;
        for (var at = 0; at < terms.Count; at++)
        {
            var term = terms[at];
            var next = Measures.At(terms, at + 1);
            var picturesBehind = terms.Skip(at + 1).Count(wishes.IsPicture);
            if (wishes.IsPicture(term))
            {
                var known = entries.FindIndex(entry => entry.Id == term.Value);
                if (known >= 0 && next?.Sense is Sense.Length or Sense.For or Sense.Number && entries[known].Length is null)
                {
                    entries.Add(entries[known]);
                    entries.RemoveAt(known);
                    continue;
                }

                entries.Add(new FirstRowEntry(term.Value, early?.Length, early?.IsShared ?? false));
                early = early is { IsShared: true } ? early : null;
            }
            else if (LengthAt(terms, at) is { } length)
            {
                var isShared = IsShared(terms, at) || (Measures.At(terms, at - 1)?.Sense == Sense.Both && entries.Count == 2);
                if (!isShared && (IsTotal(terms, at) || (Measures.At(terms, at - 1) is { Sense: Sense.Mark, Value: "," } && entries.Count(entry => entry.Length is null) > 1 && picturesBehind == 0)))
                {
                    return null;
                }

                var isOfAll = isShared || (Measures.At(terms, at - 1) is { Sense: Sense.Mark, Value: ":" } && picturesBehind == 0);
                if (entries.Count == 0 || (entries[^1].Length is not null && next is not null && wishes.IsPicture(next)))
                {
                    early = (length, isShared);
                }
                else
                {
                    var from = isOfAll ? 0 : entries.Count - 1;
                    for (var entry = from; entry < entries.Count; entry++)
                    {
                        entries[entry] = entries[entry].Length is null ? new FirstRowEntry(entries[entry].Id, length, isOfAll) : entries[entry];
                    }
                }
            }
            else if (!IsInOrder(term, next, entries.Count, picturesBehind, wishes))
            {
                return null;
            }
        }

        return entries;
    }

    /// <summary>Whether the place that is told is the one where the file stands in the list.</summary>
    private static bool IsInOrder(Term term, Term? next, int before, int behind, Wishes wishes) => term.Sense switch
    {
        Sense.Ordinal => term.Number == (next is not null && wishes.IsPicture(next) ? before + 1 : before) || (term.Number == 1 && before == 0),
        Sense.StartWith or Sense.After => before == 0 && behind > 1,
        Sense.Last or Sense.EndWith => behind <= 1,
        _ => true,
    };

    private static TimeSpan? LengthAt(List<Term> terms, int at) => terms[at] switch
    {
        { Sense: Sense.Length } length => length.Time,
        { Sense: Sense.Number, Number: > 0 and <= LongestBare } bare when Measures.At(terms, at + 1)?.Sense == Sense.Each
            || (terms.Exists(term => term.Sense == Sense.Length) && Measures.At(terms, at - 1)?.Sense == Sense.Media && Measures.At(terms, at + 1)?.Sense is null or Sense.Mark or Sense.And) => TimeSpan.FromSeconds(bare.Number),
        _ => null,
    };

    private static bool IsShared(List<Term> terms, int at)
    {
        for (var near = Math.Max(0, at - 3); near <= Math.Min(terms.Count - 1, at + 2); near++)
        {
            var between = terms.GetRange(Math.Min(near, at), Math.Abs(near - at) + 1);
            if (terms[near].Sense == Sense.Each && between.TrueForAll(term => term.Sense is Sense.Each or Sense.Length or Sense.Number or Sense.Still or Sense.Clip or Sense.Shot or Sense.It or Sense.For or Sense.Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"15 seconds in all"</summary>
    private static bool IsTotal(List<Term> terms, int at) => terms.Skip(Math.Max(0, at - 2)).Take(5).Any(term => term.Sense is Sense.All or Sense.Whole or Sense.Video);
}
