namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Words that mean one thing in one company and another in another: 大一点 of a title is its size, of music its volume.</summary>
internal static class Company
{
    public static void Fold(List<Term> terms, Language language)
    {
        var isRunning = language.Main.IsRunning;
        if (isRunning)
        {
            Joints(terms);
            // 「ようこそ」と表示: no list, only what is shown.
            for (var at = terms.Count - 2; at > 0; at--)
            {
                if (terms[at].Sense == Sense.And && terms[at - 1].Sense == Sense.Quote && (terms[at + 1].Sense.IsAction() || terms[at + 1].Sense == Sense.Title))
                {
                    terms.RemoveAt(at);
                }
            }
        }

        for (var at = 0; at < terms.Count; at++)
        {
            var (from, to) = Part(terms, at);
            bool Has(params ReadOnlySpan<Sense> senses)
            {
                for (var index = from; index < to; index++)
                {
                    if (senses.Contains(terms[index].Sense))
                    {
                        return true;
                    }
                }

                return false;
            }

            var next = Measures.At(terms, at + 1);
            terms[at] = terms[at] switch
            {
                // 不要音乐 is a wish to lose it, 不要剪掉第二段 is none.
                { Sense: Sense.Remove, Value: "unwanted" } unwanted when IsFollowedByAction(terms, at, to) && !(language.Main.Script is Script.Kana or Script.Hangul && terms.GetRange(at + 1, to - at - 1).Exists(term => term.Sense is Sense.Remove or Sense.Cut)) => unwanted with { Sense = Sense.Not, Value = "" },
                { Sense: Sense.Remove, Value: "unwanted" } unwanted => unwanted with { Value = "" },
                { Sense: Sense.TextSize } size when Has(Sense.Volume, Sense.Music, Sense.Sound, Sense.Voiceover, Sense.MusicStyle) && !HasDrawn() =>
                    size with { Sense = size.Number > 1 ? Sense.Louder : Sense.Quieter, Number = 0 },
                { Sense: Sense.Motion, Value: "zoom_in" or "zoom_out" } zoom when HasDrawn() && !Has(Sense.Still, Sense.Clip, Sense.Shot) =>
                    zoom with { Sense = Sense.TextSize, Number = zoom.Value == "zoom_in" ? 1.5 : 0.65, Value = "" },
                { Sense: Sense.FadeInWord, Value: "both" } fade when language.Main.Code != "en" && Has(Sense.Transition, Sense.Between, Sense.Each, Sense.Still, Sense.Clip, Sense.Shot)
                    && !Has(Sense.Music, Sense.Start, Sense.End, Sense.Title, Sense.Sound) => fade with { Sense = Sense.TransitionKind, Value = "crossfade" },
                { Sense: Sense.Filter } filter when next?.Sense is Sense.Music or Sense.MusicStyle or Sense.Mood && Has(Sense.Music) => filter with { Sense = Sense.Mood },
                // 속도를 절반으로, 소리를 줄여: what is made less is told by the thing.
                { Sense: Sense.Lengthen, Number: > 0 } half when Has(Sense.Speed) => half with { Sense = half.Number < 1 ? Sense.Half : Sense.Twice },
                { Sense: Sense.Shorten or Sense.Lengthen } change when language.Main.Code != "en" && Has(Sense.Volume, Sense.Sound, Sense.Music) && !Has(Sense.Unit, Sense.Video, Sense.Still, Sense.Clip, Sense.Shot) =>
                    change with { Sense = change.Sense == Sense.Shorten ? Sense.Quieter : Sense.Louder },
                { Sense: Sense.Make or Sense.Replace } make when isRunning && Measures.At(terms, at - 1)?.Sense == Sense.Quote && terms.FindIndex(from, at - from, term => term.Sense == Sense.Title) >= 0 =>
                    make with { Sense = Sense.Replace, Value = "title" },
                { Sense: Sense.Make or Sense.Put } make when IsRetitling(terms, from, at, to) => make with { Sense = Sense.Replace, Value = "title" },
                // 「夏」に変えて, "harbour.jpgをbridge.pngに変えて"
                { Sense: Sense.To, IsBehind: true } into when Measures.At(terms, at - 1)?.Sense == Sense.Quote && Has(Sense.Title) => into with { Sense = Sense.Replace, Value = "title", IsBehind = false },
                { Sense: Sense.To, IsBehind: true } into when Measures.At(terms, at - 1)?.Sense == Sense.Media && terms.FindIndex(from, at - 1 - from, term => term.Sense is Sense.Media or Sense.Ordinal or Sense.Last) >= 0 =>
                    into with { Sense = Sense.Replace, IsBehind = false },
                { Sense: Sense.Add } use when next?.Sense == Sense.Media && Measures.At(terms, at + 2)?.Sense == Sense.Replace && Measures.At(terms, at + 3)?.Sense is Sense.Media or Sense.Ordinal or Sense.Last =>
                    use with { Sense = Sense.Instead },
                { Sense: Sense.Last } last when isRunning && next?.Sense is not (Sense.Number or Sense.Counter or Sense.Still or Sense.Clip or Sense.Shot or Sense.Half or Sense.Title or Sense.Ordinal or Sense.Video or Sense.Length or Sense.Unit or Sense.OrdinalMark) =>
                    last with { Sense = Sense.End },
                // 先山顶后海边
                { Sense: Sense.After, IsBehind: true } after when next?.Sense == Sense.Media && Measures.At(terms, at - 1)?.Sense == Sense.Media && !Has(Sense.Put, Sense.Add, Sense.Remove) =>
                    after with { Sense = Sense.Then, IsBehind = false },
                // 停久一点，6秒: how long is told right behind.
                { Sense: Sense.Lengthen or Sense.Shorten, Number: 0 } change when isRunning && next is { Sense: Sense.Mark, Value: "," } && Measures.At(terms, at + 2)?.Sense == Sense.Number && Measures.At(terms, at + 3) is { Sense: Sense.Unit, Number: 1000 } =>
                    change with { Sense = Sense.For },
                // 第一个跟最后一个换一下
                { Sense: Sense.Replace, Value: "" } change when isRunning && next is null or { Sense: Sense.Mark } && Has(Sense.And, Sense.With)
                    && terms.GetRange(from, at - from).Count(term => term.Sense is Sense.Ordinal or Sense.Last or Sense.Media) == 2 && !Has(Sense.To) => change with { Sense = Sense.Swap },
                // "should stay for 5 seconds" is a length, no wish to be left alone.
                { Sense: Sense.LeaveAlone } stay when next?.Sense == Sense.For && Measures.At(terms, at + 2)?.Sense == Sense.Number => stay with { Sense = Sense.For },
                // 放到a和b中间
                { Sense: Sense.Middle } middle when isRunning && at >= 2 && terms[at - 1].Sense == Sense.Media
                    && (terms[at - 2].Sense == Sense.Media || (at >= 3 && terms[at - 2].Sense is Sense.And or Sense.Mark && terms[at - 3].Sense == Sense.Media)) =>
                    middle with { Sense = Sense.Between, IsBehind = true },
                // 切り替えはスライドで
                { Sense: Sense.Slideshow } slide when Has(Sense.Transition) => slide with { Sense = Sense.TransitionKind, Value = "slide" },
                // 切り替えはワイプで
                { Sense: Sense.PictureInPicture } wipe when isRunning && wipe.Text.StartsWith("ワイプ", StringComparison.Ordinal) && Has(Sense.Transition) => wipe with { Sense = Sense.TransitionKind, Value = "wipe" },
                { Sense: Sense.Video } video when IsOneOfMany(terms, at) => video with { Sense = Sense.Clip },
                var other => other,
            };

            bool HasDrawn() => Has(Sense.Title, Sense.Caption, Sense.Logo, Sense.PictureInPicture);
        }

        Exceptions(terms);
        Corrections(terms);
        Halves(terms);
    }

    /// <summary>Where nothing is parted though a word or a comma says so: 在末尾再加一遍, 第二段加速，2倍.</summary>
    private static void Joints(List<Term> terms)
    {
        for (var at = terms.Count - 1; at > 0; at--)
        {
            if (terms[at].Sense == Sense.Then)
            {
                var from = terms.FindLastIndex(at - 1, term => term.Sense is Sense.Mark or Sense.Then or Sense.But or Sense.And) + 1;
                if (from < at && terms.GetRange(from, at - from).TrueForAll(term => term.Sense is Sense.At or Sense.Start or Sense.End or Sense.It or Sense.Position or Sense.Last
                    or Sense.Title or Sense.Caption or Sense.Music or Sense.Sound or Sense.Volume or Sense.Logo or Sense.AdjustNoun or Sense.Colour or Sense.Voiceover))
                {
                    terms.RemoveAt(at);
                }
            }
            else if (terms[at] is { Sense: Sense.Mark, Value: "," } && terms[at - 1].Sense is Sense.Faster or Sense.Slower
                && Measures.At(terms, at + 1)?.Sense == Sense.Number && Measures.At(terms, at + 2) is { Sense: Sense.Unit, Value: "x" })
            {
                terms.RemoveAt(at);
            }
        }
    }

    /// <summary>4秒……不对，5秒: what was taken back is not said.</summary>
    private static void Corrections(List<Term> terms)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            if (terms[at] is not { Sense: Sense.Mistake, Value: "correction" })
            {
                continue;
            }

            var before = at == 0 ? -1 : terms.FindLastIndex(at - 1, Math.Min(at, 5), IsMeasure);
            var after = terms.FindIndex(at, Math.Min(6, terms.Count - at), IsMeasure);
            if (before >= 0 && after >= 0 && terms[after - 1].Sense != Sense.Not && (terms[before].Sense == terms[after].Sense || (IsEdge(terms[before]) && IsEdge(terms[after]))))
            {
                terms.RemoveRange(before, after - before);
                at = before;
                continue;
            }

            if (at < 3)
            {
                // At the beginning it is about the message before.
                continue;
            }

            terms.RemoveAt(at);
            at--;
        }

        static bool IsEdge(Term term) => term.Sense is Sense.Start or Sense.End or Sense.Last || term is { Sense: Sense.Ordinal, Number: 1 };

        static bool IsMeasure(Term term) => IsEdge(term) || term.Sense is Sense.Moment or Sense.Number or Sense.Canvas or Sense.Position or Sense.TextColour or Sense.Filter or Sense.Quote;
    }

    /// <summary>"a on the left, b on the right": a split screen that is not named.</summary>
    private static void Halves(List<Term> terms)
    {
        if (terms.Exists(term => term.Sense is Sense.Logo or Sense.PictureInPicture or Sense.Quote))
        {
            return;
        }

        var places = Enumerable.Range(0, terms.Count).Where(at => terms[at] is { Sense: Sense.Position, Value: "left" or "right" or "top" or "bottom" }).ToList();
        if (places is not [var first, var second] || !(terms[first].Value, terms[second].Value).Equals(Opposite(terms[first].Value)))
        {
            return;
        }

        var files = Enumerable.Range(0, terms.Count).Where(at => terms[at].Sense == Sense.Media).ToList();
        if (files is not [var one, var other] || !(first < one && one < second && second < other))
        {
            return;
        }

        // Each place behind its file, as it is read: "a left, b right".
        var isNamed = terms.Exists(term => term.Sense == Sense.SplitScreen);
        var said = new List<Term> { terms[one], terms[first], terms[other], terms[second] };
        terms.RemoveRange(first, other - first + 1);
        terms.InsertRange(first, isNamed ? said : [new Term(Sense.SplitScreen, At: said[1].At, End: said[1].End), .. said]);

        static (string, string) Opposite(string place) => (place, place switch { "left" => "right", "right" => "left", "top" => "bottom", _ => "top" });
    }

    /// <summary>"the second video", 每个视频: among others it is a clip.</summary>
    private static bool IsOneOfMany(List<Term> terms, int at) => Measures.At(terms, at - 1) is { } before
        && (before.Sense is Sense.Last or Sense.Each || (before.Sense == Sense.Ordinal && before.Number != 0) || (before is { Sense: Sense.Number, Number: > 1 } && Measures.At(terms, at - 2)?.Sense is Sense.Ordinal or Sense.Last));

    /// <summary>把标题改成“夏天”: a new wording for the title that is there.</summary>
    private static bool IsRetitling(List<Term> terms, int from, int at, int to)
    {
        var quote = terms.FindIndex(at, to - at, term => term.Sense == Sense.Quote);
        return quote > at && terms[quote - 1].Sense == Sense.To && quote - at <= 4
            && terms.FindIndex(from, quote - from, term => term.Sense == Sense.Title) >= 0;
    }

    private static bool IsFollowedByAction(List<Term> terms, int at, int to)
    {
        for (var index = at + 1; index < to; index++)
        {
            if (terms[index].Sense.IsAction() && terms[index].Value != "unwanted")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>除了第二张，其他都删掉: the comma parts nothing.</summary>
    private static void Exceptions(List<Term> terms)
    {
        for (var at = 2; at + 1 < terms.Count; at++)
        {
            if (terms[at] is { Sense: Sense.Mark, Value: "," } && terms[at + 1].Sense == Sense.Other
                && terms.FindLastIndex(at - 1, Math.Min(at, 6), term => term.Sense is Sense.But or Sense.Mark) is >= 0 and var but && terms[but].Sense == Sense.But)
            {
                terms.RemoveAt(at);
            }
        }
    }

    /// <summary>From mark to mark around a place.</summary>
    private static (int From, int To) Part(List<Term> terms, int at)
    {
        var from = terms.FindLastIndex(at, Parts) + 1;
        var to = terms.FindIndex(at, Parts);
        return (Math.Min(from, at), to < 0 ? terms.Count : Math.Max(to, at + 1));

        static bool Parts(Term term) => term.Sense is Sense.Mark or Sense.Then or Sense.But;
    }
}
