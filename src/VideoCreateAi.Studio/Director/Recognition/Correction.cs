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

    public static bool OfTheLast(Wishes wishes) =>
        wishes is { Undos: 0, Redos: 0 } && wishes.Input.Previous.Count > 0 && wishes.Input.Current is { } now
        && wishes.Operations.Count > 0 && wishes.Operations.All(operation => operation.Stage is EditStage.Shots or EditStage.Total)
        && !now.Shots().SequenceEqual(wishes.Input.Previous[0]?.Shots() ?? []);
}
