using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What one item of a loosely told row says: which files, which part, how long, and where.</summary>
internal sealed class LooseRowItem(IReadOnlyList<Term> terms, Wishes wishes)
{
    public IReadOnlyList<Term> Terms { get; } = terms;

    public IReadOnlyList<Term> Pictures { get; } = [.. terms.Where(wishes.IsPicture)];

    /// <summary>It speaks of something else than the row.</summary>
    public bool IsElsewhere { get; } = terms.Any(term => wishes.IsSound(term) || IsOther(term)) || (terms.Any(term => term.Sense == Sense.Position) && !terms.Any(term => term.Sense == Sense.Sequence));

    /// <summary>It names a shot and says how it shall look or run besides.</summary>
    public bool IsDressed { get; } = terms.Any(wishes.IsPicture) && terms.All(term => !IsOther(term) || IsDress(term)) && !terms.Any(wishes.IsSound) && terms.Any(IsDress);

    public TimeSpan? Length { get; } = terms.Where(term => term.Sense == Sense.Length && term.Value != Totals.Total).Select(term => (TimeSpan?)term.Time).LastOrDefault() ?? BareLength(terms, wishes);

    public bool IsOfEach => Has(Sense.Each) || (Has(Sense.All, Sense.Both) && Length is not null);

    public bool LeavesOut => Has(Sense.Not, Sense.No, Sense.Without, Sense.Remove, Sense.Leave) && !Has(Sense.Head, Sense.Tail, Sense.Stretch, Sense.Keep);

    /// <summary>"skip the first 3 seconds"</summary>
    public bool Drops => Has(Sense.Remove, Sense.Cut, Sense.Without, Sense.Not) && !Has(Sense.Keep);

    public bool IsFirst => Has(Sense.StartWith) || Terms.Any(term => term is { Sense: Sense.Ordinal, Number: 1 }) || (Has(Sense.Start) && !Has(Sense.Head, Sense.Tail, Sense.Stretch, Sense.Moment));

    public bool IsLast => Has(Sense.EndWith, Sense.End, Sense.Last) && !Has(Sense.Tail, Sense.Stretch, Sense.Head);

    /// <summary>Parts of the file, each told by its own times.</summary>
    public IReadOnlyList<StretchOf> Parts { get; } = [.. PartsOf(terms)];

    public bool HasGroup => Group is not null;

    /// <summary>"all the pictures", "the other clips", "the rest".</summary>
    public AssetGroup? Group { get; } = GroupOf(terms, wishes);

    /// <summary>"then the photo": one of its kind, which no name tells.</summary>
    public AssetKind? OnlyKind { get; } = OnlyKindOf(terms, wishes);

    /// <summary>The kind that a length of each is said of.</summary>
    public AssetKind? Kind => Has(Sense.Still) ? AssetKind.Image : Has(Sense.Clip) ? AssetKind.Video : null;

    public bool Has(params ReadOnlySpan<Sense> senses)
    {
        foreach (var term in Terms)
        {
            if (senses.Contains(term.Sense))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsLink(Term term) => term.Sense is Sense.Then or Sense.And or Sense.Next or Sense.But || term is { Sense: Sense.Mark };

    /// <summary>The terms that are no part of a row: what is left for others to read of a dressed item.</summary>
    public List<Term> Dress() => [.. Terms.Where(term => IsLink(term) || IsDress(term) || wishes.IsPicture(term) || term.Sense is Sense.Make or Sense.Word or Sense.It or Sense.To || (term.Sense == Sense.Length && SetsSpeed))];

    /// <summary>"sped up to 8 seconds": the length says how fast.</summary>
    public bool SetsSpeed => Has(Sense.Faster, Sense.Slower, Sense.Speed) && Length is not null;

    private static bool IsDress(Term term) => term.Sense is Sense.Faster or Sense.Slower or Sense.Factor or Sense.Speed or Sense.Mute or Sense.Filter or Sense.Adjust or Sense.AdjustNoun or Sense.Motion or Sense.Fit
        or Sense.Backwards or Sense.Rotate or Sense.Mirror or Sense.Twice or Sense.Half or Sense.Degrees or Sense.Sound;

    private static bool IsOther(Term term) => term.Sense is not (Sense.Word or Sense.Filler or Sense.Mark or Sense.And or Sense.Then or Sense.Next or Sense.But or Sense.Add or Sense.Put or Sense.Create or Sense.Make or Sense.Keep or Sense.Only
        or Sense.For or Sense.It or Sense.With or Sense.At or Sense.As or Sense.Start or Sense.End or Sense.StartWith or Sense.EndWith or Sense.Last or Sense.Ordinal or Sense.Sequence or Sense.Join or Sense.Video
        or Sense.Slideshow or Sense.Still or Sense.Clip or Sense.Shot or Sense.Each or Sense.All or Sense.Both or Sense.Other or Sense.Whole or Sense.Praise or Sense.Number or Sense.From or Sense.To or Sense.Off or Sense.Cut or Sense.Remove
        or Sense.Less or Sense.More or Sense.Media or Sense.Length or Sense.Head or Sense.Tail or Sense.Stretch or Sense.Moment or Sense.Not or Sense.No or Sense.Without or Sense.Leave or Sense.LeaveAlone or Sense.Question or Sense.Position
        or Sense.Instead or Sense.Lengthen or Sense.Shorten or Sense.Even or Sense.After or Sense.Counter) && term is not { Sense: Sense.Unit, Value: "p" } || term is { Sense: Sense.After, IsBehind: true };

    /// <summary>"the cover for 4 at the end": seconds, with the word left out.</summary>
    private static TimeSpan? BareLength(IReadOnlyList<Term> terms, Wishes wishes)
    {
        for (var at = 1; at < terms.Count; at++)
        {
            if (terms[at] is { Sense: Sense.Number, Number: > 0 and <= 60 } number && terms[at - 1].Sense is Sense.For or Sense.Each && terms.Take(at).Any(wishes.IsPicture) && (at + 1 == terms.Count || terms[at + 1].Sense is Sense.At or Sense.Mark or Sense.End or Sense.Each))
            {
                return TimeSpan.FromSeconds(number.Number);
            }
        }

        return null;
    }

    private static IEnumerable<StretchOf> PartsOf(IReadOnlyList<Term> terms)
    {
        var length = terms.FirstOrDefault(term => term.Sense == Sense.Length);
        for (var at = 0; at < terms.Count; at++)
        {
            var before = at > 0 ? terms[at - 1].Sense : (Sense?)null;
            var part = terms[at] switch
            {
                { Sense: Sense.Head } head => StretchOf.Head(head.Time),
                { Sense: Sense.Tail } tail => StretchOf.Tail(tail.Time),
                { Sense: Sense.Stretch } stretch => StretchOf.Between(stretch.Time, stretch.Until),
                { Sense: Sense.Moment } moment when before is Sense.From or Sense.At or Sense.After or Sense.Start => length is null ? StretchOf.After(moment.Time) : StretchOf.Between(moment.Time, moment.Time + length.Time),
                _ => null,
            };
            if (part is not null)
            {
                yield return part;
            }
        }
    }

    private static AssetGroup? GroupOf(IReadOnlyList<Term> terms, Wishes wishes)
    {
        if (terms.Any(wishes.IsPicture))
        {
            return null;
        }

        var noun = terms.FirstOrDefault(term => term.Sense is Sense.Still or Sense.Clip);
        var isAll = terms.Any(term => term.Sense is Sense.All or Sense.Both or Sense.Other) || terms.Any(term => term is { Sense: Sense.Number, Number: > 1 });
        var isMade = terms.Any(term => term.Sense is Sense.Create or Sense.Slideshow or Sense.From);
        if (noun is not null)
        {
            var isSeveral = isAll || noun.Text.EndsWith('s') || Scripts.IsRunning(noun.Text.FirstOrDefault());
            return isSeveral && (isAll || !isMade) ? new AssetGroup(noun.Sense == Sense.Still ? AssetKind.Image : AssetKind.Video) : null;
        }

        return terms.Any(term => term.Sense == Sense.Other) && !terms.Any(term => term.Sense == Sense.Number) ? new AssetGroup(null) : null;
    }

    private static AssetKind? OnlyKindOf(IReadOnlyList<Term> terms, Wishes wishes)
    {
        if (terms.Any(wishes.IsPicture) || !terms.Any(term => term.Sense is Sense.Then or Sense.StartWith or Sense.EndWith or Sense.End or Sense.Last or Sense.Next || term is { Sense: Sense.Ordinal, Number: 1 })
            || terms.Any(term => term.Sense is Sense.Create or Sense.Each or Sense.All or Sense.Other))
        {
            return null;
        }

        var noun = terms.FirstOrDefault(term => term.Sense is Sense.Still or Sense.Clip || term is { Sense: Sense.Video, Value: "" });
        return noun is null || noun.Text.EndsWith('s') ? null : noun.Sense == Sense.Still ? AssetKind.Image : AssetKind.Video;
    }
}
