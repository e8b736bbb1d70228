using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Two share the screen, change their sides, or are shown one after the other again.</summary>
internal static class ScreenSharing
{
    public static bool Read(Clause clause, Wishes wishes, List<(int Index, Term Term)> media)
    {
        if (Turned(clause, wishes, media) || Parted(clause, wishes))
        {
            return true;
        }

        if (!clause.Has(Sense.SplitScreen))
        {
            return false;
        }

        if (media.Count == 0 && wishes.Operations.OfType<ArrangeShots>().Any(row => row.Order.Count > 2))
        {
            // "a comparison: a, b, c and d": what the row is for, and no screen that two share.
            clause.TakeAll(Sense.SplitScreen);
            return false;
        }

        Beside(clause, wishes, media);
        return true;
    }

    private static (PictureSegment First, PictureSegment Second)? Shared(Wishes wishes) => wishes.Input.Current is { } now
        && now.Shots() is [{ Position: "left" or "top" } first] && now.Overlays() is [{ Position: "right" or "bottom" } second] ? (first, second) : null;

    /// <summary>"no, one after the other", "not side by side"</summary>
    private static bool Parted(Clause clause, Wishes wishes)
    {
        var isTakenBack = clause.Has(Sense.SplitScreen) && clause.Does(Sense.Remove, Sense.No, Sense.Without, Sense.Undo);
        if (Shared(wishes) is not var (first, second) || !(isTakenBack || (clause.Has(Sense.Join, Sense.Sequence) && !clause.Has(Sense.SplitScreen))))
        {
            return false;
        }

        clause.TakeEverything();
        wishes.Add(new InTurn(first.Source!, second.Source!));
        return true;
    }

    /// <summary>"swap the sides", "b should be on the left": two that share the screen change places.</summary>
    private static bool Turned(Clause clause, Wishes wishes, List<(int Index, Term Term)> media)
    {
        if (Shared(wishes) is not var (first, second) || media.Count > 1)
        {
            return false;
        }

        var side = clause.Peek(Sense.Position)?.Value;
        var wanted = media.Count == 1 && side is "left" or "right" or "top" or "bottom" ? (media[0].Term.Value == first.Source) == (side is "left" or "top") : (bool?)null;
        var swaps = wanted is null && clause.Has(Sense.Swap, Sense.ReverseOrder);
        if (wanted is null && !swaps)
        {
            return false;
        }

        clause.TakeEverything();
        wishes.Add(wanted == true ? new SideBySide(first.Source!, second.Source!, first.Position == "top") : new SideBySide(second.Source!, first.Source!, first.Position == "top"));
        return true;
    }

    private static void Beside(Clause clause, Wishes wishes, List<(int Index, Term Term)> media)
    {
        // "put the chef and the kitchen side by side": the first of them may stand in the clause before.
        var spokenOf = wishes.MentionedIn == wishes.Sentence ? wishes.Mentioned.Where(term => wishes.IsPicture(term) && !media.Exists(row => row.Term.Value == term.Value)).TakeLast(2 - Math.Min(2, media.Count)).ToList() : [];
        var names = spokenOf.Count + media.Count >= 2
            ? [.. spokenOf.Concat(media.Select(row => row.Term)).Take(2).Select(term => term.Value)]
            : wishes.Input.Assets.Where(asset => asset.Kind != AssetKind.Audio).Take(2).Select(asset => asset.Id).ToList();
        if (names.Count < 2)
        {
            return;
        }

        var stacked = clause.TakeAll(Sense.SplitScreen).Any(term => term.Value == "stacked" || term.Text.Contains("top", StringComparison.OrdinalIgnoreCase) || term.Text.Contains("stack", StringComparison.OrdinalIgnoreCase))
            || clause.OpenOf(Sense.Position).Any(row => row.Term.Value is "top" or "bottom");
        var side = media.Count >= 2 ? clause.OpenOf(Sense.Position).FirstOrDefault(row => row.Index > media[0].Index) : default;
        var isOfSecond = side.Term is not null && side.Index > media[1].Index;
        media.ForEach(row => clause.TakeAt(row.Index));
        clause.TakeAll(Sense.Position, Sense.Put, Sense.Add, Sense.And, Sense.Make, Sense.Create);
        var turned = side.Term?.Value is "right" or "bottom" ? !isOfSecond : side.Term?.Value is "left" or "top" && isOfSecond;
        wishes.Add(new SideBySide(names[turned ? 1 : 0], names[turned ? 0 : 1], stacked));
    }
}
