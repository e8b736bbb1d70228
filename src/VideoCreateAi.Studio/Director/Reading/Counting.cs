namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>What stands at numbers in many languages: counters (两张图, 3本のクリップ), and signs that make a number
/// an ordinal (第2, 2番目, 2º, "2.").</summary>
internal static class Counting
{
    private const string FromTheEnd = "last";

    public static void Fold(List<Term> terms, Language language)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            if (terms[at] is { IsBehind: true, Sense: Sense.Before or Sense.After } side && Measures.At(terms, at + 1)?.Sense == Sense.Number && Measures.At(terms, at - 1)?.Sense != Sense.Unit)
            {
                // 前3秒, 后两张
                terms[at] = side.Sense == Sense.Before ? side with { Sense = Sense.Ordinal, Number = 1, IsBehind = false } : side with { Sense = Sense.Last, IsBehind = false };
            }

            if (terms[at].Sense == Sense.OrdinalMark)
            {
                Lead(terms, at);
            }

            if (terms[at].Sense == Sense.Number)
            {
                Trail(terms, at, language);
            }
        }

        Counters(terms);
    }

    /// <summary>第2张, 倒数第二个; 第3秒 is a moment.</summary>
    private static void Lead(List<Term> terms, int at)
    {
        if (Measures.At(terms, at + 1) is not { Sense: Sense.Number } number)
        {
            terms[at] = terms[at] with { Sense = Sense.Word };
            return;
        }

        var mark = terms[at];
        if (mark.Value == FromTheEnd && Measures.At(terms, at + 2) is { Sense: Sense.Unit, Number: >= 1000 })
        {
            // 最後から3秒
            terms[at] = mark with { Sense = Sense.Last, Value = "" };
            return;
        }

        var whole = number with { Number = mark.Value == FromTheEnd ? -number.Number : number.Number, At = mark.At, Text = mark.Text + number.Text };
        var unit = Measures.At(terms, at + 2);
        if (unit is { Sense: Sense.Unit, Number: 1000 or 60_000 })
        {
            // 第1分20秒
            var seconds = unit.Number == 60_000 && Measures.At(terms, at + 3) is { Sense: Sense.Number } more && Measures.At(terms, at + 4) is { Sense: Sense.Unit, Number: 1000 } ? more.Number : 0;
            terms.RemoveRange(at, seconds > 0 ? 5 : 3);
            terms.Insert(at, mark with { Sense = Sense.Moment, Value = unit.Number == Measures.MinuteUnit && seconds == 0 ? Measures.Minutes : "", Number = (whole.Number * unit.Number) + (seconds * 1000), End = unit.End });
            return;
        }

        // 第3到8秒
        var isRange = unit is { Sense: Sense.To } or { Sense: Sense.Mark, Value: "-" or "~" };
        var next = Measures.At(terms, at + 3)?.Sense == Sense.OrdinalMark ? at + 4 : at + 3;
        var toTime = isRange && Measures.At(terms, next)?.Sense == Sense.Number && Measures.At(terms, next + 1) is { Sense: Sense.Unit, Number: 1000 };
        terms.RemoveAt(at);
        terms[at] = toTime ? whole : whole with { Sense = Sense.Ordinal };
        if (!toTime && Measures.At(terms, at + 1) is { Sense: Sense.OrdinalMark } suffix)
        {
            // 後ろから2枚目
            terms.RemoveAt(at + 1);
            if (suffix.Value is "image" or "clip" && !(Measures.At(terms, at + 1) is { } noun && MayBeCounted(noun)))
            {
                terms.Insert(at + 1, Noun(suffix));
            }
        }
    }

    /// <summary>2番目, 2º, "das 2. Bild"</summary>
    private static void Trail(List<Term> terms, int at, Language language)
    {
        var mark = Measures.At(terms, at + 1);
        if (mark is { Sense: Sense.Mark, Value: "." } && language.Main.Is("ordinal-dot") && mark.At == terms[at].End && Measures.At(terms, at + 2) is { } noun && MayBeCounted(noun))
        {
            terms[at] = terms[at] with { Sense = Sense.Ordinal, End = mark.End };
            terms.RemoveAt(at + 1);
            return;
        }

        if (mark?.Sense != Sense.OrdinalMark || mark.Value == FromTheEnd)
        {
            return;
        }

        terms[at] = terms[at] with { Sense = Sense.Ordinal, End = mark.End };
        terms.RemoveAt(at + 1);
        var counted = Measures.At(terms, at + 1) is { } next && MayBeCounted(next);
        if (mark.Value is "image" or "clip" && !counted)
        {
            terms.Insert(at + 1, Noun(mark));
        }
    }

    private static void Counters(List<Term> terms)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            // "position two" is no count, and is read with what stands around it.
            if (terms[at].Sense != Sense.Counter || terms[at].Value == "number")
            {
                continue;
            }

            var before = Measures.At(terms, at - 1)?.Sense;
            var next = Measures.At(terms, at + 1);
            // 一张3秒: each of them.
            if (terms[at].Value == "image" && Measures.At(terms, at - 1) is { Sense: Sense.Number, Number: 1 } && (next?.Sense == Sense.Number || next?.Sense == Sense.Still && Measures.At(terms, at + 2)?.Sense == Sense.Number)
                && Measures.At(terms, at - 2)?.Sense is not (Sense.Ordinal or Sense.Last or Sense.Each or Sense.Next or Sense.It))
            {
                terms[at - 1] = terms[at - 1] with { Sense = Sense.Each, Number = 0 };
                before = Sense.Each;
            }

            // 写真6枚, 照片6张: the noun comes first, and no number of its own is meant.
            if (before == Sense.Number && Measures.At(terms, at - 2)?.Sense is Sense.Still or Sense.Clip or Sense.Video && Measures.At(terms, at - 3)?.Sense is not (Sense.Ordinal or Sense.Last)
                && !(next is { } counted && MayBeCounted(counted) && next.Sense != Sense.Number))
            {
                var noun = terms[at - 2].Sense == Sense.Video ? Sense.Clip : terms[at - 2].Sense;
                terms[at] = terms[at] with { Sense = noun, Value = "" };
                terms.RemoveAt(at - 2);
                at--;
                continue;
            }

            var counts = before is Sense.Number or Sense.Ordinal or Sense.Last or Sense.Each or Sense.Next or Sense.Other or Sense.Both;
            // 第二张上写“夏”: the quote is what stands on it.
            var isWrittenOn = next?.Sense == Sense.Quote && before is Sense.Ordinal or Sense.Last or Sense.Each;
            if (counts && (next is null || isWrittenOn || next.Sense == Sense.Number || !MayBeCounted(next)))
            {
                terms[at] = Noun(terms[at]);
                continue;
            }

            terms.RemoveAt(at);
            // 一个标题, 三段音乐: how many of them is told by what follows.
            var chooses = Measures.At(terms, at - 2)?.Sense is Sense.Ordinal or Sense.Last or Sense.Each or Sense.Next;
            var isOneShot = next?.Sense is Sense.Still or Sense.Clip or Sense.Shot && terms[at - 1].Number > 1;
            if (before == Sense.Number && !chooses && !isOneShot)
            {
                terms.RemoveAt(at - 1);
                at--;
            }

            at--;
        }
    }

    private static Term Noun(Term counter) => counter with
    {
        Sense = counter.Value switch { "image" => Sense.Still, "clip" => Sense.Clip, _ => Sense.Shot },
        Value = "",
        Number = 0,
    };

    private static bool MayBeCounted(Term term) => term.Sense is Sense.Still or Sense.Clip or Sense.Shot or Sense.Title or Sense.Caption or Sense.Music
        or Sense.Transition or Sense.TransitionKind or Sense.Video or Sense.Slideshow or Sense.Voiceover or Sense.Effect or Sense.Logo or Sense.Filter
        or Sense.Mood or Sense.MusicStyle or Sense.Media or Sense.Sound or Sense.PictureInPicture or Sense.Colour or Sense.Unit or Sense.Half or Sense.Number
        or Sense.Quote or Sense.TextSize or Sense.TextColour or Sense.Script or Sense.Narration or Sense.Position or Sense.Fade or Sense.Motion or Sense.Canvas;
}
