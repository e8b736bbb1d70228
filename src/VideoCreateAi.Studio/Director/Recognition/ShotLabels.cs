using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>"put the name of each on it", "Step 1, Step 2 and so on, top left": a text over every shot that nobody spells out.</summary>
internal static class ShotLabels
{
    /// <summary>The value of a word for what things are called.</summary>
    public const string Name = "name";

    private const double Second = 2;

    public static bool Read(Clause clause, Wishes wishes)
    {
        if (clause.Has(Sense.Quote, Sense.Narration, Sense.CaptionLines, Sense.Brand, Sense.Save) || clause.Does(Sense.Remove, Sense.Without, Sense.No))
        {
            return false;
        }

        var counted = Counted(clause);
        var isNamed = clause.OpenOf(Sense.Word).Any(row => row.Term.Value == Name) && clause.Has(Sense.Each, Sense.All, Sense.Both) && clause.Has(Sense.Put, Sense.Add, Sense.Title, Sense.Caption, Sense.With, Sense.Make, Sense.Create, Sense.Over)
            && !clause.Has(Sense.Sequence, Sense.Sound, Sense.Music);
        if (counted is null && !isNamed)
        {
            return false;
        }

        var isAbove = clause.Peek(Sense.Over) is { } over && over.Text.Contains("top", StringComparison.OrdinalIgnoreCase);
        clause.TakeAll(Sense.Number, Sense.Each, Sense.All, Sense.Both, Sense.Put, Sense.Add, Sense.Title, Sense.Caption, Sense.With, Sense.Make, Sense.Over, Sense.It, Sense.Word);
        var kind = clause.Take(Sense.Clip) is not null ? PictureKind.Video : clause.Take(Sense.Still) is not null ? PictureKind.Image : (PictureKind?)null;
        clause.TakeAll(Sense.Shot);
        var look = LookReading.Take(clause, 0, int.MaxValue);
        wishes.Add(new LabelShots(All(kind, wishes), counted, isAbove ? look with { Position = look.Position ?? TextPosition.Top } : look));
        wishes.Topic = Sense.Title;
        return true;
    }

    /// <summary>"Step 1 Step 2 etc": the word that is counted.</summary>
    private static string? Counted(Clause clause)
    {
        for (var at = 0; at + 3 < clause.Terms.Count; at++)
        {
            var next = clause.SenseAt(at + 2) is Sense.Mark or Sense.And ? at + 3 : at + 2;
            if (clause.Terms[at] is { Sense: Sense.Word, Text.Length: > 1 } word && clause.Terms[at + 1] is { Sense: Sense.Number, Number: 1 } && next + 1 < clause.Terms.Count
                && clause.Terms[next].Value == word.Value && clause.Terms[next + 1] is { Sense: Sense.Number, Number: Second })
            {
                return char.ToUpperInvariant(word.Text[0]) + word.Text[1..];
            }
        }

        return null;
    }

    /// <summary>Of everything but a picture that is only the logo.</summary>
    private static ShotReference All(PictureKind? kind, Wishes wishes)
    {
        var all = new ShotReference(null, Kind: kind);
        return kind is null && OverlayRecogniser.NamedLogo(wishes) is { } logo ? all with { Except = [ShotReference.Of(logo.Id)] } : all;
    }
}
