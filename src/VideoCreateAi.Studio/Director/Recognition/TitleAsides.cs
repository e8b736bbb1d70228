using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What is said of a title without naming it.</summary>
internal static class TitleAsides
{
    // Unknown words beside "it" in a clause that goes on about a title, and without it.
    private const int MostBesideIt = 4;
    private const int MostBesideTitle = 1;

    /// <summary>"both centered for the first 4 s", "put it at the bottom": no title is named, but titles were the topic.</summary>
    public static void GoOn(Clause clause, Wishes wishes)
    {
        // "the title 'Ebb', only for the first 3 seconds"
        var isJustAdded = wishes.Operations is [.., AddTitle or ChangeTitle or AddCaptions];
        var onlyPoints = clause.Terms.All(term => (term.Sense is Sense.Keep or Sense.Add && (isJustAdded || clause.Peek(Sense.Tail) is { Value: ContentCompany.Without })) || term.Sense is Sense.Then or Sense.Whole or Sense.Start or Sense.End || term.Sense is Sense.It or Sense.Both or Sense.All or Sense.Make or Sense.Put or Sense.Position or Sense.At
            or Sense.For or Sense.Head or Sense.Tail or Sense.Stretch or Sense.Length or Sense.TextColour or Sense.TextSize or Sense.And or Sense.Mark
            or Sense.Animation or Sense.Colour or Sense.Instead || (term.Sense == Sense.Lengthen && clause.Has(Sense.Length)) || term.Sense is Sense.Title or Sense.Word or Sense.From or Sense.To or Sense.Moment or Sense.No or Sense.But or Sense.FadeInWord or Sense.Over);
        if (onlyPoints && wishes.Operations is [.., AddCaptions or ChangeTitle { Role: TextRole.Caption }] && LookReading.Take(clause, 0, int.MaxValue) is { IsSaid: true } captionLook)
        {
            // "the subtitles bigger, and in yellow"
            clause.TakeAll(Sense.Make, Sense.Put, Sense.Add, Sense.All);
            wishes.Add(new ChangeTitle(null, null, WhenShown.Unsaid, captionLook, TextRole.Caption));
            return;
        }

        // A fade of which nobody says that it is the title's is the picture's.
        var isOfPicture = clause.Has(Sense.FadeInWord) && !clause.Has(Sense.It, Sense.Both) && !wishes.Operations.Any(operation => operation is AddTitle or ChangeTitle);
        // "can we have the intro of Bohemian Rhapsody for 3 seconds" speaks of something else.
        var isElsewhere = !isJustAdded && clause.Terms.Count(term => term.Sense == Sense.Word && term.Text.Length > 1 && term.Value.ToLowerInvariant() is not ("on" or "in" or "under" or "below")) > (clause.Has(Sense.It, Sense.Title) ? MostBesideIt : MostBesideTitle);
        if (wishes.Topic != Sense.Title || !onlyPoints || isOfPicture || isElsewhere)
        {
            return;
        }

        var count = clause.Has(Sense.Both) ? 2 : clause.Has(Sense.All) ? int.MaxValue : 1;
        var look = LookReading.Take(clause, 0, int.MaxValue);
        var when = TimeReading.Take(clause, wishes);
        if (look.IsSaid || when.IsSaid)
        {
            clause.TakeAll(Sense.Make, Sense.Put, Sense.Both, Sense.All, Sense.No, Sense.Keep, Sense.Add, Sense.Lengthen);
            TextRecogniser.ChangeOrAmend(wishes, null, null, when, look, count);
        }
    }
}
