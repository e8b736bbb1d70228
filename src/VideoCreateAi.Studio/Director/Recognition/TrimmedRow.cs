using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>A first message that names files and parts of them in their order: "IMG_7710, then 20 seconds of the ceremony from 0:30, the last 40 seconds of the
/// speech, and the other photo"; 先放制作过程，只要前10秒，然后三张照片.</summary>
internal static class TrimmedRow
{
    private const int MostUnknownWords = 4;

    /// <returns>How many clauses at the head of the sentence it has read.</returns>
    public static int Read(Sentence sentence, Wishes wishes)
    {
        var clauses = sentence.Clauses.TakeWhile(clause => clause.Terms.All(term => FirstRow.IsPart(term, wishes) || IsOfPart(term))).ToList();
        if (sentence.Asks || clauses.Count == 0 || wishes.Operations.Any(operation => operation.Stage == EditStage.Shots))
        {
            return 0;
        }

        var entries = new List<Entry>();
        TimeSpan? ofStills = null;
        foreach (var item in clauses.SelectMany(Items))
        {
            var pictures = item.Where(wishes.IsPicture).ToList();
            var part = PartOf(item);
            var length = item.Find(term => term.Sense == Sense.Length)?.Time;
            var kind = KindOf(item, wishes);
            if (item.Count(term => term.Sense == Sense.Word) > MostUnknownWords || pictures.Count > 1 || (part is null && length is not null && pictures.Count + (kind is null ? 0 : 1) == 0 && item.Exists(term => term.Sense is Sense.All or Sense.Whole or Sense.Video)))
            {
                return 0;
            }

            if (pictures is [var one])
            {
                entries.Add(new Entry([one.Value], part, part is null ? length : null));
            }
            else if (kind is { } group)
            {
                if (entries.Count > 0 && length is not null && group == AssetKind.Image && item.TrueForAll(term => term.Sense is Sense.Still or Sense.Each or Sense.Length or Sense.All or Sense.For or Sense.Word) && ofStills is null)
                {
                    ofStills = length;
                    if (entries.Exists(entry => entry.Ids.Exists(id => IsImage(id, wishes))))
                    {
                        continue;
                    }
                }

                entries.Add(new Entry([], part, null) { Kind = group });
                ofStills ??= group == AssetKind.Image ? length : null;
            }
            else if ((part is not null || length is not null) && entries is [.., { Part: null, Length: null } last])
            {
                entries[^1] = last with { Part = part, Length = part is null ? length : null };
            }
            else if (part is not null || length is not null)
            {
                return 0;
            }
        }

        var named = entries.SelectMany(entry => entry.Ids).ToHashSet();
        entries = [.. entries.Select(entry => entry.Kind is { } kind ? entry with { Ids = [.. wishes.Input.Assets.Where(asset => asset.Kind == kind && !named.Contains(asset.Id) && !IsLogo(asset, wishes)).Select(asset => asset.Id)] } : entry)];
        return entries.Count > 1 && entries.Exists(entry => entry.Part is not null || entry.Kind is not null) && entries.TrueForAll(entry => entry.Ids.Count > 0) && entries.SelectMany(entry => entry.Ids).Distinct().Count() == entries.Sum(entry => entry.Ids.Count)
            ? Add(entries, ofStills, clauses.Count, wishes)
            : 0;
    }

    private static int Add(List<Entry> entries, TimeSpan? ofStills, int clauses, Wishes wishes)
    {
        wishes.Add(new ArrangeShots([.. entries.SelectMany(entry => entry.Ids).Select(ShotReference.Of)], Others: false));
        if (ofStills is { } each)
        {
            wishes.Add(new SetShotLength(new ShotReference(null, Kind: Timeline.PictureKind.Image), each));
        }

        foreach (var entry in entries)
        {
            foreach (var shot in entry.Ids.Select(ShotReference.Of))
            {
                if (entry.Part is { } part)
                {
                    wishes.Add(new CutStretch(part, shot, keep: true));
                }
                else if (entry.Length is { } length)
                {
                    wishes.Add(new SetShotLength(shot, length));
                }
            }
        }

        wishes.WantsVideo = true;
        wishes.Named.AddRange(entries.SelectMany(entry => entry.Ids).Select(ShotReference.Of));
        wishes.LastShot = ShotReference.Of(entries[^1].Ids[^1]);
        wishes.Topic = Sense.Shot;
        return clauses;
    }

    /// <summary>What is said of one file: up to the next comma, "then" or "and".</summary>
    private static IEnumerable<List<Term>> Items(Clause clause)
    {
        var item = new List<Term>();
        foreach (var term in clause.Terms)
        {
            if (term.Sense is Sense.Then or Sense.And or Sense.Next || term is { Sense: Sense.Mark, Value: "," or "\n" or ";" })
            {
                if (item.Count > 0)
                {
                    yield return item;
                }

                item = [];
                continue;
            }

            item.Add(term);
        }

        if (item.Count > 0)
        {
            yield return item;
        }
    }

    private static StretchOf? PartOf(List<Term> item)
    {
        var length = item.Find(term => term.Sense == Sense.Length);
        for (var at = 0; at < item.Count; at++)
        {
            var part = item[at] switch
            {
                { Sense: Sense.Head } head => StretchOf.Head(head.Time),
                { Sense: Sense.Tail } tail => StretchOf.Tail(tail.Time),
                { Sense: Sense.Stretch } stretch => StretchOf.Between(stretch.Time, stretch.Until),
                { Sense: Sense.Moment } moment when Measures.At(item, at - 1)?.Sense is Sense.From or Sense.At or Sense.After || Measures.At(item, at - 2)?.Sense == Sense.From =>
                    length is null ? StretchOf.After(moment.Time) : StretchOf.Between(moment.Time, moment.Time + length.Time),
                _ => null,
            };
            if (part is not null)
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>"the photos", "the other photo", 三张照片: all of the kind that are not named.</summary>
    private static AssetKind? KindOf(List<Term> item, Wishes wishes)
    {
        var noun = item.Find(term => term.Sense is Sense.Still or Sense.Clip);
        if (noun is null || item.Exists(wishes.IsPicture) || item.Exists(term => term.Sense is Sense.ShotPlace))
        {
            return null;
        }

        var isSeveral = noun.Text.EndsWith('s') || item.Exists(term => term.Sense is Sense.All or Sense.Each or Sense.Both or Sense.Other || term is { Sense: Sense.Number, Number: > 1 });
        return !isSeveral ? null : noun.Sense == Sense.Still ? AssetKind.Image : AssetKind.Video;
    }

    private static bool IsOfPart(Term term) => term.Sense is Sense.Head or Sense.Tail or Sense.Stretch or Sense.Moment or Sense.From or Sense.To or Sense.Cut or Sense.Keep or Sense.Less or Sense.Other or Sense.Even or Sense.End or Sense.Start;

    private static bool IsImage(string id, Wishes wishes) => wishes.Input.Assets.First(asset => asset.Id == id).Kind == AssetKind.Image;

    private static bool IsLogo(Asset asset, Wishes wishes) => OverlayRecogniser.NamedLogo(wishes)?.Id == asset.Id;

    /// <param name="Ids">Of the files; of a group they are known at the end.</param>
    private sealed record Entry(List<string> Ids, StretchOf? Part, TimeSpan? Length)
    {
        public AssetKind? Kind { get; init; }
    }
}
