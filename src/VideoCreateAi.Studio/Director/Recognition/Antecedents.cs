using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What small words mean: "it" and "both" stand for what was spoken of before, "the photo" for the only photo there is.</summary>
internal static class Antecedents
{
    private const int MostRemembered = 4;

    /// <summary>The clause with the things in it that its small words mean; one for each thing.</summary>
    public static IReadOnlyList<Clause> Resolved(Clause clause, Wishes wishes)
    {
        var terms = clause.Terms.Select((term, index) => OnlyOne(clause, index, wishes) is { } asset
            ? new Term(Sense.Media, asset.Id, Text: term.Text, At: term.At, End: term.End)
            : term).ToList();
        var meansThings = wishes.Mentioned.Count > 0 && wishes.Stretch is null && clause.Has(Sense.Remove, Sense.Mute) && (clause.Has(Sense.It, Sense.Both) || IsBare(clause))
            && !terms.Exists(term => IsThing(term) || term.Sense is Sense.Quote or Sense.Filter or Sense.Head or Sense.Tail or Sense.Stretch or Sense.Colour);
        if (meansThings)
        {
            var several = clause.Has(Sense.Both) || clause.Terms.Any(term => term.Sense == Sense.It && term.Text.ToLowerInvariant() is "them" or "these" or "those");
            terms.RemoveAll(term => term.Sense is Sense.It or Sense.Both);
            return [.. wishes.Mentioned.TakeLast(several ? 2 : 1).ToList().Select(thing => new Clause([.. terms, thing]) { Inherited = clause.Inherited })];
        }

        if (Carried(clause, terms, wishes) is { } carried)
        {
            return [new Clause(carried) { Inherited = clause.Inherited }];
        }

        return terms.SequenceEqual(clause.Terms) ? [clause] : [new Clause(terms) { Inherited = clause.Inherited }];
    }

    /// <summary>第二张有点拖，砍到两秒 and "the jazz clip is played backwards and muted": what is said goes on about the shots named before.</summary>
    private static List<Term>? Carried(Clause clause, List<Term> terms, Wishes wishes)
    {
        if (wishes.Mentioned is [.., { Sense: Sense.Media or Sense.ShotPlace } spokenOf] && !wishes.IsSound(spokenOf) && clause.Has(Sense.Put) && clause.Has(Sense.Ordinal, Sense.Last, Sense.Start, Sense.End)
            && terms.TrueForAll(term => term.Sense is Sense.Put or Sense.Ordinal or Sense.Last or Sense.Start or Sense.End or Sense.To or Sense.At or Sense.Mark or Sense.And or Sense.Then or Sense.It))
        {
            // "The second one is the best. Put it first."
            var verb = terms.FindIndex(term => term.Sense == Sense.Put) + 1;
            return [.. terms.Take(verb).Append(spokenOf).Concat(terms.Skip(verb)).Where(term => term.Sense != Sense.It)];
        }

        if (terms.Exists(IsThing) || clause.Has(Sense.Video, Sense.All, Sense.Each, Sense.Both, Sense.Whole, Sense.Still, Sense.Clip, Sense.Shot, Sense.Ordinal, Sense.Last, Sense.Stretch, Sense.Quote, Sense.Start, Sense.End, Sense.Other)
            && !clause.Has(Sense.It))
        {
            return null;
        }

        var pronoun = terms.FindIndex(term => term.Sense == Sense.It && term.Text.ToLowerInvariant() is not ("them" or "these" or "those"));
        if (wishes.Mentioned is [.., { Sense: Sense.Media or Sense.ShotPlace } mentioned] && !wishes.IsSound(mentioned) && !terms.Exists(IsThing) && wishes.HasTimeline)
        {
            if (pronoun >= 0 && clause.Has(Sense.Put, Sense.Backwards, Sense.Mute, Sense.Faster, Sense.Slower, Sense.Rotate, Sense.Mirror, Sense.Duplicate))
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

    private static bool IsParticiple(Term term) => term.Sense == Sense.Factor || term.Sense is Sense.Mute or Sense.Backwards or Sense.Mirror or Sense.Faster or Sense.Slower or Sense.Rotate
        && term.Text.ToLowerInvariant() is var text && (text.EndsWith("ed", StringComparison.Ordinal) || text.EndsWith("wards", StringComparison.Ordinal) || text is "in reverse");

    /// <summary>倒数第二张糊了，不要了: no word says what is to go, so what was spoken of is.</summary>
    private static bool IsBare(Clause clause) => clause.Terms.All(term => term.Sense is Sense.Remove or Sense.Mute or Sense.Mark or Sense.And or Sense.Then or Sense.But or Sense.Off or Sense.Make);

    /// <summary>"the music is awful": nothing to do yet, and the next sentence may say what.</summary>
    public static void Remember(Clause clause, Wishes wishes, bool understood)
    {
        var named = clause.Terms.Where(term => term.Sense == Sense.ShotPlace || wishes.IsPicture(term)).ToList();
        wishes.SubjectBefore = clause.Terms.Any(term => IsThing(term) && !named.Contains(term)) ? [] : named;
        if (named.Count > 0)
        {
            wishes.ShotsBefore = [.. named.Select(term => term.Sense == Sense.ShotPlace ? Wishes.Place(term) : ShotReference.Of(term.Value))];
        }

        if (understood)
        {
            wishes.Mentioned.Clear();
            return;
        }

        var things = clause.Terms.Where(IsThing).ToList();
        wishes.Mentioned.AddRange(things);
        wishes.MentionedIn = things.Count > 0 ? wishes.Sentence : wishes.MentionedIn;
        wishes.Mentioned.RemoveRange(0, Math.Max(0, wishes.Mentioned.Count - MostRemembered));
        if (things.LastOrDefault() is not { } last)
        {
            return;
        }

        if (last.Sense == Sense.ShotPlace || wishes.IsPicture(last))
        {
            wishes.LastShot = last.Sense == Sense.ShotPlace ? Wishes.Place(last) : ShotReference.Of(last.Value);
            wishes.Topic = Sense.Shot;
        }
        else if (last.Sense is Sense.Music or Sense.Title)
        {
            wishes.Topic = last.Sense;
        }
    }

    private static bool IsThing(Term term) => term.Sense is Sense.Music or Sense.Title or Sense.Caption or Sense.Voiceover or Sense.Logo or Sense.PictureInPicture
        or Sense.Transition or Sense.Media or Sense.ShotPlace;

    /// <summary>"video first", "a title on the photo": where there is one of the kind beside others, and its place is spoken of.</summary>
    private static Asset? OnlyOne(Clause clause, int index, Wishes wishes)
    {
        var kind = clause.Terms[index].Sense switch
        {
            Sense.Still => AssetKind.Image,
            Sense.Clip or Sense.Video => AssetKind.Video,
            _ => (AssetKind?)null,
        };
        if (kind is null || clause.Terms[index].Text.EndsWith('s')
            || clause.SenseAt(index - 1) is Sense.Ordinal or Sense.Last or Sense.Number or Sense.Each or Sense.All or Sense.Create)
        {
            return null;
        }

        var isPlaced = clause.SenseAt(index + 1) is Sense.Ordinal or Sense.Last
            || clause.SenseAt(index - 1) is Sense.Before or Sense.After or Sense.Between
            || (kind == AssetKind.Image && !clause.Has(Sense.FadeInWord, Sense.FadeOutWord, Sense.FromBlack, Sense.ToBlack) && clause.Has(Sense.Title, Sense.Quote, Sense.Before, Sense.After, Sense.Over));
        var showable = wishes.Input.Assets.Where(ShotBuilder.IsShowable).ToList();
        return isPlaced && showable.Count > 1 && showable.Where(asset => asset.Kind == kind).ToList() is [var only] ? only : null;
    }
}
