using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>"the last clip comes first and the first one last": several shots, each with its new place. All are meant as they stand before.</summary>
internal static class ShotTargets
{
    public static bool Read(Clause clause, Wishes wishes)
    {
        var shots = clause.Open.Where(index => clause.Terms[index].Sense == Sense.ShotPlace || wishes.IsPicture(clause.Terms[index])).ToList();
        if (shots.Count < 2 || !shots.Exists(index => clause.Terms[index].Sense == Sense.ShotPlace)
            || clause.Has(Sense.Before, Sense.After, Sense.Between, Sense.Length, Sense.Remove, Sense.Cut, Sense.Stretch, Sense.Head, Sense.Tail, Sense.Moment, Sense.Title, Sense.Quote, Sense.Swap, Sense.Instead))
        {
            return false;
        }

        var now = wishes.Input.Current is { IsEmpty: false } current ? current : BaseTimeline.Of(new VideoTimeline(), wishes.Input.Assets, []);
        var places = new SortedDictionary<int, int>();
        var used = new List<int>(shots);
        for (var number = 0; number < shots.Count; number++)
        {
            var end = number + 1 < shots.Count ? shots[number + 1] : int.MaxValue;
            var at = clause.Open.FirstOrDefault(index => index > shots[number] && index < end && clause.Terms[index].Sense is Sense.Ordinal or Sense.Last or Sense.Start or Sense.End, -1);
            var term = clause.Terms[shots[number]];
            var meant = wishes.Place(term).Resolve(now);
            var count = now.Shots().Count;
            if (at < 0 || meant is not [var shot])
            {
                return false;
            }

            var place = clause.Terms[at] switch
            {
                { Sense: Sense.Last or Sense.End } => count - 1,
                { Sense: Sense.Ordinal } nth => nth.Number < 0 ? count + (int)nth.Number : (int)nth.Number - 1,
                _ => 0,
            };
            if (place < 0 || place >= count || !places.TryAdd(place, shot))
            {
                return false;
            }

            used.Add(at);
        }

        var others = new Queue<int>(Enumerable.Range(0, now.Shots().Count).Except(places.Values));
        used.ForEach(index => clause.TakeAt(index));
        clause.TakeAll(Sense.Put, Sense.Make, Sense.Sequence, Sense.To, Sense.At);
        wishes.Add(new ArrangeShots(
            [.. Enumerable.Range(0, now.Shots().Count).Select(place => ShotReference.Nth((places.TryGetValue(place, out var shot) ? shot : others.Dequeue()) + 1))], Others: true));
        wishes.Topic = Sense.Shot;
        return true;
    }
}
