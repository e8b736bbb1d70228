using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Several lengths in one breath: "lamp 2 s, sofa 4, the rest 3 each", "videos 3 seconds, stills 2".</summary>
internal static class LengthLists
{
    private const double LongestBare = 600;

    public static bool Read(Clause clause, Wishes wishes)
    {
        if (clause.Has(Sense.Cut, Sense.Title, Sense.Quote, Sense.Music, Sense.Transition, Sense.TransitionKind, Sense.Fade, Sense.Hold, Sense.Split, Sense.Head, Sense.Tail, Sense.Stretch, Sense.Moment, Sense.Logo)
            || clause.OpenOf(Sense.Length).Count == 0)
        {
            return false;
        }

        if (InOrder(clause) is { } row)
        {
            for (var place = 0; place < row.Count; place++)
            {
                clause.TakeAt(row[place].At);
                wishes.Add(new SetShotLength(ShotReference.Nth(place + 1), row[place].Length));
            }

            clause.TakeAll(Sense.Still, Sense.Clip, Sense.Shot, Sense.Make, Sense.Sequence, Sense.For);
            wishes.Topic = Sense.Shot;
            return true;
        }

        if (Pairs(clause, wishes) is not { Count: > 0 } pairs || (pairs.Count == 1 && wishes.Last is not SetTotal))
        {
            return false;
        }

        var common = pairs.Find(pair => pair.Shots is [{ IsAll: true }, ..])?.Length;
        foreach (var pair in pairs)
        {
            clause.TakeAt(pair.At);
            foreach (var shot in pair.Shots)
            {
                var length = pair.Factor is { } factor ? (common ?? TimeSpan.Zero).Times(factor) : pair.Length;
                Give(wishes, shot, length);
            }
        }

        clause.TakeAll(Sense.Media, Sense.ShotPlace, Sense.Still, Sense.Clip, Sense.Shot, Sense.Each, Sense.All, Sense.Other, Sense.Make, Sense.But, Sense.Twice, Sense.Half, Sense.For, Sense.To, Sense.Ordinal, Sense.Last);
        wishes.Topic = Sense.Shot;
        return true;
    }

    /// <summary>"2, 3, 4 and 5 seconds in that order": a row of lengths, and nothing that they are of.</summary>
    private static List<(int At, TimeSpan Length)>? InOrder(Clause clause)
    {
        var row = clause.Open.Where(index => clause.Terms[index].Sense is Sense.Number or Sense.Length).ToList();
        var isRow = row.Count > 2 && row.Zip(row.Skip(1)).All(pair => clause.Terms.Skip(pair.First + 1).Take(pair.Second - pair.First - 1).All(term => term.Sense is Sense.Mark or Sense.And or Sense.Then));
        return isRow && clause.Terms[row[^1]].Sense == Sense.Length && !clause.Has(Sense.Media, Sense.ShotPlace, Sense.Ordinal, Sense.Each)
            ? [.. row.Select(index => (index, clause.Terms[index] is { Sense: Sense.Length } length ? length.Time : TimeSpan.FromSeconds(clause.Terms[index].Number)))]
            : null;
    }

    private static void Give(Wishes wishes, ShotReference shot, TimeSpan length)
    {
        if (shot.IsAll)
        {
            wishes.AddFirst(new SetShotLength(shot, length));
            return;
        }

        wishes.Add(new SetShotLength(shot, length));
        wishes.LastShot = shot;
    }

    private static List<Pair>? Pairs(Clause clause, Wishes wishes)
    {
        var pairs = new List<Pair>();
        var waiting = new List<ShotReference>();
        (int At, TimeSpan Length, double? Factor)? early = null;
        foreach (var index in clause.Open.ToList())
        {
            var term = clause.Terms[index];
            if (Shot(clause, index, wishes) is { } shot)
            {
                if (early is { } total && Mark(clause, total.At, index) && HasOwn(clause, index))
                {
                    // "24 seconds in all, the first one 9"
                    clause.TakeAt(total.At);
                    wishes.Add(new SetTotal(total.Length));
                    early = null;
                }

                if (early is { } said)
                {
                    pairs.Add(new Pair(said.At, [shot], said.Length, said.Factor));
                    early = null;
                    continue;
                }

                // "each photo", "the other ones": one thing in two words.
                if (waiting is not [.., { IsAll: true }] || !shot.IsAll)
                {
                    waiting.Add(shot);
                }
            }
            else if (Length(clause, index) is { } length)
            {
                if (waiting.Count == 0)
                {
                    early = early is null ? (index, length.Length, length.Factor) : null;
                    continue;
                }

                pairs.Add(new Pair(index, [.. waiting], length.Length, length.Factor));
                waiting.Clear();
            }
        }

        var shares = clause.Has(Sense.Even) && waiting.TrueForAll(shot => shot.IsAll);
        return (waiting.Count > 0 && !shares) || early is not null ? null : pairs;
    }

    private static bool Mark(Clause clause, int from, int to) => Enumerable.Range(from, to - from).Any(index => clause.Terms[index] is { Sense: Sense.Mark, Value: "," });

    /// <summary>Whether a length follows before another shot does.</summary>
    private static bool HasOwn(Clause clause, int shot) =>
        clause.Terms.Skip(shot + 1).FirstOrDefault(term => term.Sense is Sense.Length or Sense.Number or Sense.Media or Sense.ShotPlace or Sense.Other)?.Sense is Sense.Length or Sense.Number;

    private static ShotReference? Shot(Clause clause, int index, Wishes wishes) => clause.Terms[index] switch
    {
        { Sense: Sense.Media } media when wishes.IsPicture(media) => ShotReference.Of(media.Value),
        { Sense: Sense.ShotPlace } place => wishes.Place(place),
        { Sense: Sense.Last } last when clause.SenseAt(index + 1) is not (Sense.Still or Sense.Clip or Sense.Shot) => wishes.Place(last),
        { Sense: Sense.Ordinal } nth => wishes.Place(nth),
        { Sense: Sense.Each or Sense.All } when !NamesKinds(clause) && !IsSaidOfOthers(clause, index) => ShotReference.All,
        { Sense: Sense.Other } => ShotReference.All,
        { Sense: Sense.Still } when NamesKinds(clause) => new ShotReference(null, Kind: PictureKind.Image),
        { Sense: Sense.Clip or Sense.Video } when NamesKinds(clause) => new ShotReference(null, Kind: PictureKind.Video),
        _ => null,
    };

    /// <summary>"stills 2 each": behind its number it says nothing new.</summary>
    private static bool IsSaidOfOthers(Clause clause, int index) => clause.Terms[index].Sense == Sense.Each
        && (clause.SenseAt(index - 1) is Sense.Length or Sense.Number || clause.SenseAt(index + 1) is Sense.Length or Sense.Number)
        && clause.Terms.Any(term => term.Sense is Sense.Media or Sense.ShotPlace or Sense.Other) && !clause.Has(Sense.But);

    private static bool NamesKinds(Clause clause) => clause.Has(Sense.Still) && clause.Has(Sense.Clip, Sense.Video) && !clause.Has(Sense.Create, Sense.Slideshow, Sense.Join, Sense.Make);

    private static (TimeSpan Length, double? Factor)? Length(Clause clause, int index) => clause.Terms[index] switch
    {
        { Sense: Sense.Length } length => (length.Time, null),
        { Sense: Sense.Number, Number: > 0 and <= LongestBare } bare when clause.SenseAt(index + 1) is null or Sense.Mark or Sense.And or Sense.Each or Sense.But or Sense.Word or Sense.Media => (TimeSpan.FromSeconds(bare.Number), null),
        { Sense: Sense.Twice } twice when clause.Has(Sense.Each, Sense.All) => (TimeSpan.Zero, twice.Number),
        _ => null,
    };

    private sealed record Pair(int At, IReadOnlyList<ShotReference> Shots, TimeSpan Length, double? Factor);
}
