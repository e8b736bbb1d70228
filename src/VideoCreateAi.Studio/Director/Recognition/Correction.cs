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

    /// <summary>"no, the other one", "not the last one, the first one": what the message before did to one shot is done to another instead.</summary>
    public static bool Redirect(IReadOnlyList<Term> terms, Wishes wishes)
    {
        var denies = terms.FirstOrDefault(term => term.Sense != Sense.Mark) is { Sense: Sense.No or Sense.Not or Sense.Instead or Sense.Mistake };
        if (!denies || wishes.Before is not { MediaId: { } from } || wishes.Operations.Count > 0 || !terms.All(term => term.Sense is Sense.No or Sense.Not or Sense.Instead or Sense.Mistake or Sense.Mark or Sense.But or Sense.It or Sense.Shot
            or Sense.ShotPlace or Sense.Ordinal or Sense.Last or Sense.Other or Sense.Media or Sense.Still or Sense.Clip or Sense.And || (term.Sense == Sense.Word && term.Text.Length < 8)) || terms.Count(term => term.Sense == Sense.Word) > 2)
        {
            return false;
        }

        var now = wishes.Input.Current!;
        var named = terms.Select((term, at) => (Term: term, IsDenied: at > 0 && terms[at - 1].Sense is Sense.Not)).Where(row => !row.IsDenied && (row.Term.Sense is Sense.ShotPlace or Sense.Ordinal or Sense.Last || wishes.IsPicture(row.Term)))
            .Select(row => wishes.Place(row.Term)).ToList();
        var others = now.Shots().Where(shot => shot.Source is not null && shot.Source != from).Select(shot => shot.Source!).Distinct().ToList();
        var to = named is [.., var last] ? last : terms.Any(term => term.Sense == Sense.Other) && others is [var only] ? ShotReference.Of(only) : null;
        if (to is null)
        {
            return false;
        }

        wishes.NotUnderstood.Clear();
        wishes.Add(new TransferLook(ShotReference.Of(from), to));
        return true;
    }

    public static bool OfTheLast(Wishes wishes) =>
        wishes is { Undos: 0, Redos: 0 } && wishes.Input.Previous.Count > 0 && wishes.Input.Current is { } now
        && wishes.Operations.Count > 0 && wishes.Operations.All(operation => operation.Stage is EditStage.Shots or EditStage.Total)
        && !now.Shots().SequenceEqual(wishes.Input.Previous[0]?.Shots() ?? []);
}
