using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>The whole row told without names: by places ("order: 3, 1, 2"), or by what the files are called.</summary>
internal static class ShotRows
{
    private const int MostShots = 500;

    public static bool ByName(Clause clause, Wishes wishes)
    {
        if (clause.Peek(Sense.Sequence) is not { Value: "name" })
        {
            return false;
        }

        clause.TakeAll(Sense.Sequence, Sense.Put, Sense.Make, Sense.Join, Sense.Add, Sense.It, Sense.All);
        wishes.Add(new SortShots());
        wishes.WantsVideo = true;
        return true;
    }

    public static bool ByPlaces(Clause clause, Wishes wishes)
    {
        if (clause.Has(Sense.Media, Sense.Length, Sense.Cut, Sense.Remove, Sense.Swap, Sense.Put, Sense.Quote, Sense.Title, Sense.Before, Sense.After, Sense.Mute, Sense.Head, Sense.Tail, Sense.Stretch))
        {
            return false;
        }

        var rows = clause.Open.Where(index => IsPlace(clause, index)).ToList();
        var isOrder = clause.Has(Sense.Sequence) && rows.Count > 1;
        var isBare = rows.Count > 2 && clause.Open.All(index => rows.Contains(index) || clause.Terms[index].Sense is Sense.And or Sense.Mark or Sense.Then or Sense.Word or Sense.It or Sense.Question);
        if ((!isOrder && !isBare) || rows.Select(index => (clause.Terms[index].Sense, clause.Terms[index].Number)).Distinct().Count() != rows.Count)
        {
            return false;
        }

        var only = clause.Take(Sense.Keep) is not null;
        var order = rows.Select(index => wishes.Place(clause.TakeAt(index))).ToList();
        clause.TakeAll(Sense.Sequence, Sense.Make, Sense.Then, Sense.To, Sense.It);
        wishes.Named.AddRange(order);
        wishes.Add(new ArrangeShots(order, Others: !only));
        wishes.Topic = Sense.Shot;
        return true;
    }

    private static bool IsPlace(Clause clause, int index) => clause.Terms[index] switch
    {
        { Sense: Sense.ShotPlace or Sense.Ordinal or Sense.Last } => true,
        { Sense: Sense.Number, Number: >= 1 and <= MostShots } number => number.Number % 1 == 0
            && clause.SenseAt(index + 1) is null or Sense.Mark or Sense.And or Sense.Then or Sense.Number or Sense.Question,
        _ => false,
    };
}
