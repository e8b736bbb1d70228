using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>"Oops, I meant the fourth": what the message before did to the shots is taken back, and done as it was meant.</summary>
internal static class Correction
{
    // Said at the beginning; further in it corrects something of the same message.
    private const int FirstTerms = 3;

    public static bool IsSaid(IReadOnlyList<Term> terms) =>
        terms.Take(FirstTerms).Any(term => term is { Sense: Sense.Mistake, Value: "correction" } or { Sense: Sense.LeaveAlone, Value: "all" });

    /// <summary>"Oops, I meant the third": the verb is that of the message before. Only what was taken out can be told by what is left.</summary>
    public static void Choose(IReadOnlyList<Term> terms, Wishes wishes)
    {
        if (wishes.Operations.Count > 0 || wishes.Undos > 0 || wishes.Input.Current is not { } now || wishes.Input.Previous is not [{ } before, ..] || before.Shots().Count <= now.Shots().Count
            || terms.Any(term => term.Sense.IsAction()))
        {
            return;
        }

        var meant = terms.Select(term => term switch
        {
            { Sense: Sense.ShotPlace or Sense.Ordinal or Sense.Last } => wishes.Place(term),
            _ => wishes.IsPicture(term) ? ShotReference.Of(term.Value) : null,
        }).OfType<ShotReference>().ToList();
        if (meant.Count > 0)
        {
            wishes.NotUnderstood.Clear();
            wishes.Add(new RemoveShots(meant));
        }
    }

    public static bool OfTheLast(Wishes wishes) =>
        wishes is { Undos: 0, Redos: 0 } && wishes.Input.Previous.Count > 0 && wishes.Input.Current is { } now
        && wishes.Operations.Count > 0 && wishes.Operations.All(operation => operation.Stage is EditStage.Shots or EditStage.Total)
        && !now.Shots().SequenceEqual(wishes.Input.Previous[0]?.Shots() ?? []);
}
