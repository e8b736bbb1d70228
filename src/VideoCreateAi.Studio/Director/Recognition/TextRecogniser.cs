using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Titles, captions and what is to be spoken.</summary>
internal static class TextRecogniser
{
    public static void Read(Clause clause, Wishes wishes)
    {
        if (PlacedLines.Read(clause, wishes) || ShotLabels.Read(clause, wishes) || VoiceReading.Read(clause, wishes) || CaptionReading.Read(clause, wishes))
        {
            return;
        }

        var speaksOfTitle = clause.Has(Sense.Title) || clause.Peek(Sense.Replace) is { Value: "title" };
        var quotes = clause.OpenOf(Sense.Quote);
        if (!speaksOfTitle && quotes.Count == 0)
        {
            TitleAsides.GoOn(clause, wishes);
            return;
        }

        if (CaptionReading.GoesOn(clause, wishes, quotes))
        {
            return;
        }

        wishes.SpeaksOfTitle = speaksOfTitle;
        wishes.IsLowerThird = clause.Terms.Any(term => term.Sense == Sense.Title && term.Text.Equals("lower third", StringComparison.OrdinalIgnoreCase));
        clause.TakeAll(Sense.Title);
        if (clause.Does(Sense.Remove, Sense.No, Sense.Without, Sense.Mistake, Sense.Undo) && !clause.Has(Sense.Replace))
        {
            clause.TakeAll(Sense.Remove, Sense.No, Sense.Without, Sense.Mistake, Sense.Undo);
            if (quotes.Count == 0 && Shortened(clause, wishes) is { } when)
            {
                wishes.Add(new ChangeTitle(null, null, when, new TextLook()));
                return;
            }

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

    /// <summary>"take the title off the first 3 seconds": only there it is not wanted.</summary>
    private static WhenShown? Shortened(Clause clause, Wishes wishes)
    {
        var part = clause.Peek(Sense.Head, Sense.Tail);
        var titles = wishes.Input.Current?.Texts(TextRole.Title) ?? [];
        var end = wishes.Input.Current?.ProgrammeEnd() ?? TimeSpan.Zero;
        if (part is null || !titles.Any(title => part.Sense == Sense.Head ? title.Range.Start < part.Time && title.Range.End > part.Time : title.Range.End > end - part.Time && title.Range.Start < end - part.Time))
        {
            return null;
        }

        clause.Take(Sense.Head, Sense.Tail);
        var ends = titles.Max(title => title.Range.End);
        return part.Sense == Sense.Head ? WhenShown.Unsaid with { Start = part.Time, End = ends } : WhenShown.Unsaid with { BeforeEnd = part.Time };
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

        if (quotes.Count == 1 && Misspelt(clause, wishes, quotes[0].Term.Value) is { } wrong)
        {
            Change(clause, wishes, wrong, quotes[0].Term.Value);
            return;
        }

        if (quotes.Count == 1 && IsNewWording(clause, wishes))
        {
            Change(clause, wishes, null, quotes[0].Term.Value);
            return;
        }

        if (quotes.Count == 1 && BackgroundReading.Card(clause, quotes[0].Term.Value) is { } card)
        {
            wishes.Add(card);
            clause.TakeAll(Sense.Add, Sense.End, Sense.EndWith, Sense.Start, Sense.StartWith, Sense.Then, Sense.Last, Sense.Length, Sense.For);
            wishes.Add(new AddTitle(card.Text, card.AtEnd ? WhenShown.Unsaid with { AtEnd = true, Length = card.Length } : WhenShown.Unsaid with { Start = TimeSpan.Zero, Length = card.Length }, LookReading.Take(clause, 0, int.MaxValue)));
            return;
        }

        clause.TakeAll(Sense.Add, Sense.Caption);
        if (clause.Has(Sense.Each) && clause.Take(Sense.Still, Sense.Clip, Sense.Shot) is not null)
        {
            clause.Take(Sense.Each);
            wishes.EachTitle = wishes.Sentence;
        }

        for (var quote = 0; quote < quotes.Count; quote++)
        {
            // A title's own times follow it; the last one, and a single one, may also take what stands before.
            var from = quotes.Count == 1 ? 0 : quotes[quote].Index;
            var to = quote + 1 < quotes.Count ? quotes[quote + 1].Index : int.MaxValue;
            var look = LookReading.Take(clause, from, to, Before(wishes));
            look = quotes.Count > 1 && quote == 0 && !look.IsSaid ? LookReading.Take(clause, 0, from, Before(wishes)) : look;
            look = wishes.IsLowerThird ? look with { Position = look.Position ?? TextPosition.Bottom } : look;
            var when = TimeReading.Take(clause, wishes, from, to);
            when = !when.IsSaid && clause.Has(Sense.It) && wishes.LastShot is { } spokenOf ? when with { Over = spokenOf } : when;
            if (quote == 0 && IsBelow(clause) && wishes.Operations.OfType<AddTitle>().LastOrDefault() is { } upper)
            {
                // "and under it, smaller, …": as long as the text above it, and one row lower.
                when = when.IsSaid ? when : upper.When;
                look = look with { Position = look.Position ?? (upper.Look.Position is TextPosition.Top or TextPosition.TopLeft or TextPosition.TopRight ? TextPosition.Center : TextPosition.Bottom), Color = look.Color ?? upper.Look.Color };
            }

            when = clause.Take(Sense.EndWith) is not null ? when with { AtEnd = true, Start = null } : when;
            wishes.Add(new AddTitle(quotes[quote].Term.Value, when, look) { List = wishes.Sentence });
        }
    }

    private static bool IsBelow(Clause clause) => clause.Terms.Any(term => term.Sense == Sense.Word && term.Text.ToLowerInvariant() is "under" or "below" or "underneath" or "beneath");

    /// <summary>Where the title before stands.</summary>
    private static TextPosition? Before(Wishes wishes) => wishes.Operations.OfType<AddTitle>().LastOrDefault() is { } title ? title.Look.Position
        : wishes.Input.Current?.Texts(TextRole.Title) is [.., var there] ? there.Position : null;

    /// <summary>'the title: "Ebb"' where one title stands already and nothing is to be added: it would lie on top of the other.</summary>
    private static bool IsNewWording(Clause clause, Wishes wishes) => wishes.Input.Current?.Texts(TextRole.Title) is { Count: 1 } && wishes.SpeaksOfTitle && !wishes.Operations.OfType<AddTitle>().Any()
        && !clause.Has(Sense.Add, Sense.With, Sense.And, Sense.Create, Sense.Put, Sense.More, Sense.Over, Sense.ShotPlace, Sense.Media, Sense.Head, Sense.Tail, Sense.Stretch, Sense.Moment)
        && !clause.Has(Sense.Start, Sense.End, Sense.EndWith, Sense.StartWith, Sense.At, Sense.For, Sense.Length, Sense.Last, Sense.Ordinal, Sense.Position, Sense.Each, Sense.Then);

    /// <summary>'oops, "Grand Opening" of course': nearly the words of a title that is there, and no wish for another.</summary>
    private static string? Misspelt(Clause clause, Wishes wishes, string text)
    {
        const int LettersOfOneSlip = 5;
        if (clause.Has(Sense.Add, Sense.Each, Sense.ShotPlace, Sense.Media, Sense.Head, Sense.Tail, Sense.Stretch))
        {
            return null;
        }

        return wishes.Input.Current?.Texts(TextRole.Title).Select(title => title.Text).LastOrDefault(there => there != text
            && Digits(there) == Digits(text) && Spelling.Distance(there.ToLowerInvariant(), text.ToLowerInvariant()) <= Math.Min(3, text.Length / LettersOfOneSlip));

        static string Digits(string text) => string.Concat(text.Where(char.IsDigit));
    }

    private static void Change(Clause clause, Wishes wishes, string? which, string? text)
    {
        var nth = Nth(clause);
        var look = LookReading.Take(clause, 0, int.MaxValue);
        var when = TimeReading.Take(clause, wishes);
        if (text is null && clause.Has(Sense.Add) && wishes.Input.Current?.Texts(TextRole.Title) is null or { Count: 0 } && !wishes.Operations.OfType<AddTitle>().Any())
        {
            wishes.Add(new AskForTitle());
        }
        else if (text is not null || look.IsSaid || when.IsSaid)
        {
            clause.TakeAll(Sense.Make, Sense.Put, Sense.Lengthen, Sense.Shorten, Sense.Keep);
            ChangeOrAmend(wishes, which, text, when, look, 1, nth);
        }
        else if (clause.Has(Sense.Add, Sense.With, Sense.And) && !wishes.Operations.OfType<AddTitle>().Any())
        {
            wishes.Add(new AskForTitle());
        }
    }

    /// <summary>"the second title", "titolo due": which of several.</summary>
    private static int Nth(Clause clause)
    {
        var title = clause.IndexOfAny(Sense.Title);
        foreach (var index in clause.Open.Where(index => index == title - 1 || index == title + 1).ToList())
        {
            if (clause.Terms[index] is { Sense: Sense.Ordinal, Number: not 0 } or { Sense: Sense.Last } || (clause.Terms[index].Sense == Sense.Number && index > title))
            {
                var term = clause.TakeAt(index);
                return term.Sense == Sense.Last ? -1 : (int)term.Number;
            }
        }

        return 0;
    }

    public static void ChangeOrAmend(Wishes wishes, string? which, string? text, WhenShown when, TextLook look, int count, int nth = 0)
    {
        if (which is null && text is null && nth == 0 && wishes.Operations.OfType<AddTitle>().Any())
        {
            wishes.ReplaceLast(
                title => title with
                {
                    When = title.When.Then(when),
                    Look = new TextLook(
                        look.Position ?? title.Look.Position, look.Color ?? title.Look.Color, look.SizeFactor ?? title.Look.SizeFactor,
                        look.Animation ?? title.Look.Animation, look.Style ?? title.Look.Style, look.Font ?? title.Look.Font),
                },
                count);
            return;
        }

        wishes.Add(new ChangeTitle(which, text, when, look) { Nth = nth });
    }
}
