using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What small words mean: "it" and "both" stand for what was spoken of before, "the photo" for the only photo there is.</summary>
internal static class Antecedents
{
    private const int MostRemembered = 4;

    /// <summary>The clause with the things in it that its small words mean; one for each thing.</summary>
    public static IReadOnlyList<Clause> Resolved(Clause clause, Wishes wishes)
    {
        var terms = clause.Terms.Select((term, index) => OnlyOne.Of(clause, index, wishes) is { } asset
            ? new Term(Sense.Media, asset.Id, Text: term.Text, At: term.At, End: term.End)
            : term).ToList();
        Ranges(terms, wishes);
        if (wishes.Untouched is { } untouched && untouched.Sentence == wishes.Sentence && IsSaidOfShots(clause))
        {
            // 第二张糊了，不要了: what the clause before only spoke of.
            var lead = terms.FindIndex(term => term.Sense is not (Sense.Mark or Sense.And or Sense.Then or Sense.But));
            terms.RemoveAll(term => term.Sense == Sense.It);
            terms.InsertRange(Math.Min(Math.Max(0, lead), terms.Count), untouched.Shots);
            return [new Clause(terms) { Inherited = clause.Inherited }];
        }

        var meansThings = wishes.Mentioned.Count > 0 && wishes.Stretches.Count == 0 && clause.Has(Sense.Remove, Sense.Mute, Sense.Backwards, Sense.Mirror, Sense.Rotate) && (clause.Has(Sense.It, Sense.Both) || IsBare(clause))
            && !terms.Exists(term => IsThing(term) || term.Sense is Sense.Quote or Sense.Filter or Sense.Head or Sense.Tail or Sense.Stretch or Sense.Colour);
        if (meansThings)
        {
            var turns = clause.Has(Sense.Backwards, Sense.Mirror, Sense.Rotate);
            if (turns && !wishes.Mentioned.TrueForAll(thing => thing.Sense == Sense.ShotPlace || wishes.IsPicture(thing)))
            {
                return [terms.SequenceEqual(clause.Terms) ? clause : new Clause(terms) { Inherited = clause.Inherited }];
            }

            var several = clause.Has(Sense.Both) || IsBare(clause) || clause.Terms.Any(term => term.Sense == Sense.It && term.Text.ToLowerInvariant() is "them" or "these" or "those");
            terms.RemoveAll(term => term.Sense is Sense.It or Sense.Both);
            return [.. wishes.Mentioned.TakeLast(several ? 2 : 1).ToList().Select(thing => new Clause([.. terms, thing]) { Inherited = clause.Inherited })];
        }

        if (Carried(clause, terms, wishes) is { } carried)
        {
            return [new Clause(carried) { Inherited = clause.Inherited }];
        }

        return terms.SequenceEqual(clause.Terms) ? [clause] : [new Clause(terms) { Inherited = clause.Inherited }];
    }

    /// <summary>"day1 through day7": all that stand from the one to the other.</summary>
    private static void Ranges(List<Term> terms, Wishes wishes)
    {
        var row = wishes.Input.Assets.Where(ShotBuilder.IsShowable).Select(asset => asset.Id).ToList();
        for (var at = 0; at + 2 < terms.Count; at++)
        {
            if (terms[at].Sense != Sense.Media || terms[at + 1].Sense != Sense.To || terms[at + 2].Sense != Sense.Media)
            {
                continue;
            }

            var (from, to) = (row.IndexOf(terms[at].Value), row.IndexOf(terms[at + 2].Value));
            var between = from >= 0 && to > from + 1 ? row.GetRange(from + 1, to - from - 1) : [];
            if (between.Count > 0 && !terms.Exists(term => term.Sense == Sense.Media && between.Contains(term.Value)))
            {
                var first = terms[at];
                terms.RemoveAt(at + 1);
                terms.InsertRange(at + 1, between.Select(id => first with { Value = id }));
            }
        }
    }

    /// <summary>第二张有点拖，砍到两秒 and "the jazz clip is played backwards and muted": what is said goes on about the shots named before.</summary>
    private static List<Term>? Carried(Clause clause, List<Term> terms, Wishes wishes)
    {
        if (GoesOn(clause, terms, wishes) is { } goesOn)
        {
            return goesOn;
        }

        if (terms.Exists(IsThing) || clause.Has(Sense.Video, Sense.All, Sense.Each, Sense.Both, Sense.Whole, Sense.Still, Sense.Clip, Sense.Shot, Sense.Ordinal, Sense.Last, Sense.Stretch, Sense.Quote, Sense.Start, Sense.End, Sense.Other)
            && !clause.Has(Sense.It))
        {
            return null;
        }

        var pronoun = terms.FindIndex(term => term.Sense == Sense.It && term.Text.ToLowerInvariant() is not ("them" or "these" or "those"));
        if (wishes.Mentioned is [.., { Sense: Sense.Media or Sense.ShotPlace } mentioned] && !wishes.IsSound(mentioned) && !terms.Exists(IsThing) && wishes.HasTimeline)
        {
            // "it is deafening, put it at a quarter": its sound.
            var meansSound = wishes.LoudShots.Count > 0 && clause.Has(Sense.Percent, Sense.Half);
            if (pronoun >= 0 && !meansSound && clause.Has(Sense.Put, Sense.Backwards, Sense.Mute, Sense.Faster, Sense.Slower, Sense.Rotate, Sense.Mirror, Sense.Duplicate))
            {
                return [.. terms.Take(pronoun), mentioned, .. terms.Skip(pronoun + 1)];
            }

            if (pronoun < 0 && wishes.MentionedIn == wishes.Sentence && clause.Has(Sense.Cut, Sense.Shorten, Sense.Lengthen, Sense.Faster, Sense.Slower, Sense.Backwards, Sense.Rotate, Sense.Mirror)
                && !clause.Has(Sense.Head, Sense.Tail, Sense.Music, Sense.Title))
            {
                return [mentioned, .. terms.Where(term => term is not { Sense: Sense.Mark })];
            }
        }

        // "and also muted": no wish of its own, only one more thing that the same shots are.
        return wishes.SubjectBefore.Count > 0 && terms is [{ Sense: Sense.And or Sense.Mark }, ..] && pronoun < 0
            && terms.TrueForAll(term => term.Sense is Sense.And or Sense.Mark or Sense.Word || IsParticiple(term)) && terms.Exists(IsParticiple)
            ? [.. wishes.SubjectBefore, .. terms.Where(term => term.Sense is not (Sense.And or Sense.Word))]
            : null;
    }

    /// <summary>"make the second one brighter and put it last": the shot that was named, wherever it stands by then.</summary>
    private static List<Term>? GoesOn(Clause clause, List<Term> terms, Wishes wishes)
    {
        var pronoun = terms.FindIndex(term => term.Sense == Sense.It);
        var lead = terms.TakeWhile(term => term.Sense is Sense.And or Sense.Mark or Sense.Then).ToList();
        var isNext = lead.Exists(term => term.Sense == Sense.Then) || (lead.Count > 0 && clause.Has(Sense.Put));
        var blamed = wishes.Mentioned.LastOrDefault() is { Sense: Sense.Media or Sense.ShotPlace } spokenOf && !wishes.IsSound(spokenOf) ? spokenOf : null;
        IReadOnlyList<Term> meant = blamed is not null ? [blamed] : pronoun >= 0 || isNext ? wishes.LastNamed : [];
        var isPlural = pronoun >= 0 && terms[pronoun].Text.ToLowerInvariant() is "them" or "these" or "those" or "both";
        if (meant.Count == 0 || terms.Exists(IsThing) || (meant.Count > 1 && !isPlural && pronoun >= 0))
        {
            return null;
        }

        // "The second one is the best. Put it first."
        var isPlaced = (isNext || clause.Has(Sense.Put, Sense.Make)) && clause.Has(Sense.Ordinal, Sense.Last, Sense.Start, Sense.End)
            && terms.TrueForAll(term => term.Sense is Sense.Put or Sense.Make or Sense.Ordinal or Sense.Last or Sense.Start or Sense.End or Sense.To or Sense.At or Sense.Mark or Sense.And or Sense.Then or Sense.It or Sense.As or Sense.Word);
        if (isPlaced)
        {
            var verb = Math.Max(terms.FindIndex(term => term.Sense is Sense.Put or Sense.Make), isNext ? 0 : -1) + 1;
            return [.. terms.Take(verb).Where(term => term.Sense != Sense.It), .. meant, .. terms.Skip(verb).Where(term => term.Sense != Sense.It)];
        }

        var goesOn = lead.Exists(term => term.Sense == Sense.Then) && pronoun < 0 && meant.Count == 1 && clause.Has(Sense.Adjust, Sense.Filter, Sense.Motion, Sense.Faster, Sense.Slower, Sense.Backwards, Sense.Mirror, Sense.Rotate, Sense.Mute)
            && terms.TrueForAll(term => term.Sense is Sense.Adjust or Sense.Filter or Sense.Motion or Sense.Faster or Sense.Slower or Sense.Backwards or Sense.Mirror or Sense.Rotate or Sense.Mute or Sense.Mark or Sense.And or Sense.Then or Sense.Make or Sense.More or Sense.Less or Sense.Degrees);
        if (goesOn)
        {
            // 把日落提到最前面，然后亮一点
            return [.. lead, .. meant, .. terms.Skip(lead.Count)];
        }

        // What is done to a picture is done to the picture that was named just before.
        var isDone = pronoun >= 0 && (blamed is null || clause.Has(Sense.Filter, Sense.Adjust, Sense.Motion)) && clause.Has(Sense.Swap, Sense.Duplicate, Sense.Rotate, Sense.Mirror, Sense.Backwards, Sense.Mute, Sense.Faster, Sense.Slower, Sense.Filter, Sense.Adjust, Sense.Motion)
            && !clause.Has(Sense.Video, Sense.All, Sense.Each, Sense.Whole, Sense.Other, Sense.Canvas, Sense.Quote, Sense.Sound, Sense.Percent);
        return isDone ? [.. terms.Take(pronoun), .. meant, .. terms.Skip(pronoun + 1)] : null;
    }

    private static bool IsParticiple(Term term) => term.Sense == Sense.Factor || term.Sense is Sense.Mute or Sense.Backwards or Sense.Mirror or Sense.Faster or Sense.Slower or Sense.Rotate
        && term.Text.ToLowerInvariant() is var text && (text.EndsWith("ed", StringComparison.Ordinal) || text.EndsWith("wards", StringComparison.Ordinal) || text is "in reverse");

    /// <summary>"the music is awful": nothing to do yet, and the next sentence may say what.</summary>
    public static void Remember(Clause clause, Wishes wishes, bool understood)
    {
        wishes.KindBefore = clause.Has(Sense.Media, Sense.ShotPlace) ? null : clause.Terms.LastOrDefault(term => term.Sense is Sense.Still or Sense.Clip) switch
        {
            { Sense: Sense.Still } => PictureKind.Image,
            { Sense: Sense.Clip } => PictureKind.Video,
            _ => wishes.KindBefore,
        };
        var named = clause.Terms.Where(term => term.Sense == Sense.ShotPlace || wishes.IsPicture(term)).ToList();
        var alone = clause.Terms.Where(term => term.Sense is not (Sense.Mark or Sense.And or Sense.But or Sense.Then or Sense.It)).ToList();
        var bare = clause.Terms.Where(term => term is { Sense: Sense.Last or Sense.Ordinal, Number: >= 0 }).ToList();
        if (named.Count == 0 && bare is [var place] && (alone.Count == 1 || (understood && wishes.IsPlaced(place))))
        {
            // "the last, I'd like it backwards", "the first in black and white"
            named = [new Term(Sense.ShotPlace, "", place.Sense == Sense.Last ? -1 : place.Number, 1, place.Text, place.At, place.End)];
        }

        if (understood || named.Count > 0)
        {
            wishes.Untouched = understood || clause.Terms.Any(term => term.Sense is Sense.LeaveAlone or Sense.Not or Sense.Quote or Sense.Title or Sense.Music or Sense.Logo or Sense.Caption or Sense.Transition) ? null : (wishes.Sentence, named);
        }

        wishes.LastNamed = clause.Terms.Any(term => term.Sense == Sense.Quote || (IsThing(term) && !named.Contains(term))) ? [] : named;
        wishes.SubjectBefore = clause.Terms.Any(term => IsThing(term) && !named.Contains(term)) ? [] : named;
        if (named.Count > 0)
        {
            wishes.ShotsNamedIn = wishes.Sentence;
            wishes.ShotsBefore = [.. named.Select(term => wishes.Place(term))];
        }

        if (understood)
        {
            wishes.Mentioned.Clear();
            return;
        }

        // "the last, I'd like that backwards"
        var places = clause.Terms.Count <= 3 ? clause.Terms.Where(term => term.Sense is Sense.Last or Sense.Ordinal)
            .Select(term => term with { Sense = Sense.ShotPlace, Number = term.Sense == Sense.Last ? -1 : term.Number, Second = 1, Value = "" }) : [];
        var things = clause.Terms.Where(IsThing).Concat(places).ToList();
        if (clause.Peek(Sense.Before, Sense.After) is { } relation && things is [.., var anchor] && (anchor.Sense == Sense.ShotPlace || wishes.IsPicture(anchor)) && !clause.Terms.Any(term => term.Sense.IsAction()))
        {
            // "after the party, before the interview, put in the cup": where, said first.
            var shot = wishes.Place(anchor);
            wishes.Where = clause.Terms.Last(term => term.Sense is Sense.Before or Sense.After).Sense == Sense.Before ? new Destination(0, Before: shot) : new Destination(0, After: shot);
        }

        wishes.Mentioned.AddRange(things);
        wishes.MentionedIn = things.Count > 0 ? wishes.Sentence : wishes.MentionedIn;
        wishes.Mentioned.RemoveRange(0, Math.Max(0, wishes.Mentioned.Count - MostRemembered));
        if (things.LastOrDefault() is not { } last)
        {
            return;
        }

        if (last.Sense == Sense.ShotPlace || wishes.IsPicture(last))
        {
            wishes.LastShot = wishes.Place(last);
            wishes.Topic = Sense.Shot;
        }
        else if (last.Sense is Sense.Music or Sense.Title or Sense.Transition or Sense.Logo)
        {
            wishes.Topic = last.Sense;
        }
    }

    /// <summary>第二张糊了，删掉: nothing but the verb.</summary>
    private static bool IsBare(Clause clause) => clause.Terms.All(term => term.Sense is Sense.Remove or Sense.Mute or Sense.Backwards or Sense.Mirror or Sense.Rotate or Sense.For or Sense.Mark or Sense.And or Sense.Then or Sense.But or Sense.Off or Sense.Make or Sense.Word) && clause.Terms.Count(term => term.Sense == Sense.Word) <= 2;

    /// <summary>Something is to be done, and no word says to what.</summary>
    private static bool IsSaidOfShots(Clause clause) =>
        clause.Has(Sense.Remove, Sense.Cut, Sense.Mute, Sense.Faster, Sense.Slower, Sense.Factor, Sense.Backwards, Sense.Rotate, Sense.Mirror, Sense.Shorten, Sense.Lengthen, Sense.Hold, Sense.Duplicate, Sense.Length)
        && clause.Terms.All(term => term.Sense is Sense.Remove or Sense.Cut or Sense.Mute or Sense.Faster or Sense.Slower or Sense.Factor or Sense.Backwards or Sense.Rotate or Sense.Mirror or Sense.Shorten or Sense.Lengthen
            or Sense.Hold or Sense.Duplicate or Sense.Length or Sense.Mark or Sense.Word or Sense.To or Sense.For or Sense.By or Sense.Make or Sense.It or Sense.And or Sense.Then or Sense.But or Sense.Half or Sense.Twice or Sense.Speed
            or Sense.Degrees or Sense.CounterClockwise or Sense.Axis or Sense.Times or Sense.Number or Sense.Percent or Sense.Head or Sense.Tail or Sense.Off or Sense.Start or Sense.End or Sense.From or Sense.Keep or Sense.Less or Sense.More or Sense.Sound or Sense.Put or Sense.Add)
        && !(clause.Has(Sense.Put, Sense.Add) && !clause.Has(Sense.Backwards, Sense.Factor, Sense.Faster, Sense.Slower, Sense.Length));

    private static bool IsThing(Term term) => term.Sense is Sense.Music or Sense.Title or Sense.Caption or Sense.Voiceover or Sense.Logo or Sense.PictureInPicture
        or Sense.Transition or Sense.Media or Sense.ShotPlace;
}
