using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Titles, captions and what is to be spoken.</summary>
internal static class TextRecogniser
{
    // Two titles may well stand together; as many as there are shots are one for each.
    private const int LeastPerShot = 3;

    public static void Read(Clause clause, Wishes wishes)
    {
        if (VoiceReading.Read(clause, wishes) || CaptionReading.Read(clause, wishes))
        {
            return;
        }

        var speaksOfTitle = clause.Has(Sense.Title) || clause.Peek(Sense.Replace) is { Value: "title" };
        var quotes = clause.OpenOf(Sense.Quote);
        if (!speaksOfTitle && quotes.Count == 0)
        {
            GoesOnAboutTitle(clause, wishes);
            return;
        }

        if (CaptionReading.GoesOn(clause, wishes, quotes))
        {
            return;
        }

        clause.TakeAll(Sense.Title);
        if (clause.Does(Sense.Remove, Sense.No, Sense.Without, Sense.Mistake, Sense.Undo) && !clause.Has(Sense.Replace))
        {
            clause.TakeAll(Sense.Remove, Sense.No, Sense.Without, Sense.Mistake, Sense.Undo);
            var place = clause.Take(Sense.ShotPlace, Sense.Ordinal, Sense.Last, Sense.Start, Sense.End);
            var first = place?.Sense switch { null => 0, Sense.Last or Sense.End => -1, Sense.Start => 1, _ => (int)place.Number };
            wishes.Add(new RemoveTexts(TextRole.Title, quotes.Count > 0 ? clause.TakeAt(quotes[0].Index).Value : null, first)
            {
                Color = clause.Take(Sense.TextColour),
            });
            wishes.Topic = Sense.Title;
            return;
        }

        if (quotes.Count > 0)
        {
            Titles(clause, wishes, quotes);
        }
        else
        {
            Change(clause, wishes, null, null);
        }

        wishes.Topic = Sense.Title;
    }

    private static void Titles(Clause clause, Wishes wishes, IReadOnlyList<(int Index, Term Term)> quotes)
    {
        foreach (var (index, _) in quotes)
        {
            clause.TakeAt(index);
        }

        var replaces = clause.Has(Sense.Replace, Sense.Instead) || (clause.Has(Sense.Make) && clause.Has(Sense.To) && wishes.Topic == Sense.Title);
        if (replaces)
        {
            clause.TakeAll(Sense.Replace, Sense.Instead, Sense.Make);
            Change(clause, wishes, quotes.Count > 1 ? quotes[0].Term.Value : null, quotes[^1].Term.Value);
            return;
        }

        clause.TakeAll(Sense.Add, Sense.Caption);
        var perShot = quotes.Count >= LeastPerShot && quotes.Count == ShotCount(wishes);
        for (var quote = 0; quote < quotes.Count; quote++)
        {
            // A title's own times follow it; the last one, and a single one, may also take what stands before.
            var from = quotes.Count == 1 ? 0 : quotes[quote].Index;
            var to = quote + 1 < quotes.Count ? quotes[quote + 1].Index : int.MaxValue;
            var look = LookReading.Take(clause, from, to);
            var when = TimeReading.Take(clause, wishes, from, to);
            when = !when.IsSaid && clause.Has(Sense.It) && wishes.LastShot is { } spokenOf ? when with { Over = spokenOf } : when;
            when = perShot && !when.IsSaid ? when with { Over = ShotReference.Nth(quote + 1) } : when;
            when = clause.Take(Sense.EndWith) is not null ? when with { AtEnd = true, Start = null } : when;
            wishes.Add(new AddTitle(quotes[quote].Term.Value, when, look));
        }
    }

    private static int ShotCount(Wishes wishes) => wishes.Input.Current is { IsEmpty: false } now ? now.Shots().Count : wishes.Input.Assets.Count(ShotBuilder.IsShowable);

    private static void Change(Clause clause, Wishes wishes, string? which, string? text)
    {
        var look = LookReading.Take(clause, 0, int.MaxValue);
        var when = TimeReading.Take(clause, wishes);
        if (text is null && clause.Has(Sense.Add) && wishes.Input.Current?.Texts(TextRole.Title) is null or { Count: 0 } && !wishes.Operations.OfType<AddTitle>().Any())
        {
            wishes.Add(new AskForTitle());
        }
        else if (text is not null || look.IsSaid || when.IsSaid)
        {
            clause.TakeAll(Sense.Make, Sense.Put, Sense.Lengthen, Sense.Shorten, Sense.Keep);
            ChangeOrAmend(wishes, which, text, when, look, 1);
        }
        else if (clause.Has(Sense.Add, Sense.With, Sense.And) && !wishes.Operations.OfType<AddTitle>().Any())
        {
            wishes.Add(new AskForTitle());
        }
    }

    /// <summary>"both centered for the first 4 s", "put it at the bottom": no title is named, but titles were the topic.</summary>
    private static void GoesOnAboutTitle(Clause clause, Wishes wishes)
    {
        // "the title 'Ebb', only for the first 3 seconds"
        var isJustAdded = wishes.Operations is [.., AddTitle];
        var onlyPoints = clause.Terms.All(term => (term.Sense == Sense.Keep && isJustAdded) || term.Sense is Sense.It or Sense.Both or Sense.All or Sense.Make or Sense.Put or Sense.Position or Sense.At
            or Sense.For or Sense.Head or Sense.Tail or Sense.Stretch or Sense.Length or Sense.TextColour or Sense.TextSize or Sense.And or Sense.Mark
            or Sense.Animation or Sense.Colour or Sense.Instead or Sense.Word or Sense.From or Sense.To or Sense.Moment or Sense.No or Sense.But or Sense.FadeInWord or Sense.Over);
        if (wishes.Topic != Sense.Title || !onlyPoints)
        {
            return;
        }

        var count = clause.Has(Sense.Both) ? 2 : clause.Has(Sense.All) ? int.MaxValue : 1;
        var look = LookReading.Take(clause, 0, int.MaxValue);
        var when = TimeReading.Take(clause, wishes);
        if (look.IsSaid || when.IsSaid)
        {
            clause.TakeAll(Sense.Make, Sense.Put, Sense.Both, Sense.All, Sense.No, Sense.Keep);
            ChangeOrAmend(wishes, null, null, when, look, count);
        }
    }

    private static void ChangeOrAmend(Wishes wishes, string? which, string? text, WhenShown when, TextLook look, int count)
    {
        if (which is null && text is null && wishes.Operations.OfType<AddTitle>().Any())
        {
            wishes.ReplaceLast(
                title => title with
                {
                    When = when.IsSaid ? when : title.When,
                    Look = new TextLook(
                        look.Position ?? title.Look.Position, look.Color ?? title.Look.Color, look.SizeFactor ?? title.Look.SizeFactor,
                        look.Animation ?? title.Look.Animation, look.Style ?? title.Look.Style, look.Font ?? title.Look.Font),
                },
                count);
            return;
        }

        wishes.Add(new ChangeTitle(which, text, when, look));
    }
}
