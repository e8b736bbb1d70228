using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What is seen behind the pictures, and plain cards that words stand on.</summary>
internal static class BackgroundReading
{
    /// <summary>The value of a word for what lies behind.</summary>
    public const string Background = "background";

    public static bool Read(Clause clause, Wishes wishes)
    {
        if (!wishes.SpeaksOfBackground || !clause.Has(Sense.TextColour) || clause.Has(Sense.Title, Sense.Quote, Sense.Caption, Sense.Logo, Sense.Music, Sense.Mood, Sense.Length) || clause.Terms.Any(term => term.Sense == Sense.TextColour && IsOfText(term.Text)))
        {
            return false;
        }

        var color = clause.TakeAll(Sense.TextColour)[^1];
        clause.TakeAll(Sense.Colour, Sense.Make, Sense.Instead, Sense.Put, Sense.Fit, Sense.And, Sense.It);
        if (wishes.Last is SetBackground)
        {
            wishes.ReplaceLast(new SetBackground(color.Value, color.Text.ToLowerInvariant()));
        }
        else
        {
            wishes.Add(new SetBackground(color.Value, color.Text.ToLowerInvariant()));
        }

        return true;
    }

    /// <summary>白字, "white letters"</summary>
    private static bool IsOfText(string colour) => colour.Contains('字', StringComparison.Ordinal) || colour.Contains("text", StringComparison.OrdinalIgnoreCase) || colour.Contains("letter", StringComparison.OrdinalIgnoreCase);

    public static bool IsSpokenOf(IReadOnlyList<Term> terms) => terms.Any(term => term is { Sense: Sense.Word, Value: Background }
        || (term.Sense == Sense.Fit && (term.Text.Contains("bars", StringComparison.OrdinalIgnoreCase) || term.Text.Contains("background", StringComparison.OrdinalIgnoreCase) || term.Text.Contains("背景", StringComparison.Ordinal) || term.Text.Contains("黑边", StringComparison.Ordinal))));

    /// <summary>"end with 'Call us' for 3 seconds on a dark background": the words get a picture of their own; null = they do not.</summary>
    public static AddCard? Card(Clause clause, string text)
    {
        var ground = clause.OpenOf(Sense.Word).FirstOrDefault(row => row.Term.Value == Background);
        if (ground.Term is null || !clause.Has(Sense.End, Sense.EndWith, Sense.Start, Sense.StartWith, Sense.Then, Sense.Last, Sense.After))
        {
            return null;
        }

        var shade = clause.Open.Where(index => index < ground.Index && index >= ground.Index - 2 && clause.SenseAt(index) is Sense.TextColour or Sense.Mood or Sense.Word or Sense.Adjust or Sense.Filter).ToList();
        var words = shade.ConvertAll(index => clause.TakeAt(index).Text.ToLowerInvariant()).Where(word => word is not ("on" or "in" or "with")).ToList();
        clause.TakeAt(ground.Index);
        var atEnd = !clause.Has(Sense.Start, Sense.StartWith);
        var length = clause.Peek(Sense.Length)?.Time ?? AddCard.UsualLength;
        return new AddCard(text, string.Join(' ', words.Append("background")), length, atEnd);
    }
}
