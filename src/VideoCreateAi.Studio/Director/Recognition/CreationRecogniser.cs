using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>A video from nothing but words, and the plain wish for one.</summary>
internal static class CreationRecogniser
{
    public static void Read(Clause clause, Wishes wishes)
    {
        if (clause.Take(Sense.Storyboard) is { } board)
        {
            Storyboard(wishes, wishes.Contents[(int)board.Number].Lines, wishes.SpeaksOfCaptions);
        }

        if (clause.Take(Sense.Description) is { } description && !wishes.HasTimeline && !wishes.Operations.OfType<AddScenes>().Any())
        {
            wishes.Add(new AddScenes([new ScriptLine(description.Value, null)]));
        }

        // "recap of our trip": the kind alone is the wish.
        var isKind = clause.Peek(Sense.Video) is { Value.Length: > 0 } && !wishes.HasTimeline && !clause.Terms.Any(term => term.Sense.IsAction() && term.Sense != Sense.Make);
        if (isKind || clause.Has(Sense.Create, Sense.Join, Sense.Slideshow, Sense.Sequence) || (clause.Has(Sense.Add, Sense.All) && clause.Has(Sense.Still, Sense.Clip, Sense.Shot)))
        {
            // "a lo-fi slideshow": a style of music that nothing else explains.
            wishes.WantsVideo = true;
            Piece(clause, wishes);
            clause.TakeAll(Sense.Create, Sense.Join, Sense.Slideshow, Sense.Sequence, Sense.Still, Sense.Clip);
        }
    }

    /// <summary>"a promo of these photos": the kind of video says which music fits. "slideshow" alone only lays the pictures out; one of
    /// something is wished for as a piece.</summary>
    private static void Piece(Clause clause, Wishes wishes)
    {
        if (!wishes.HasTimeline && !clause.Has(Sense.Sequence))
        {
            wishes.Piece ??= clause.Peek(Sense.Video) is { Value.Length: > 0 } kind ? kind.Value : clause.Has(Sense.Slideshow) && clause.Has(Sense.Still, Sense.Word) ? Finishing.SlideshowMood : null;
        }
    }

    private static void Storyboard(Wishes wishes, IReadOnlyList<ScriptLine> lines, bool ofCaptions)
    {
        if (!wishes.HasPictures)
        {
            wishes.Add(new AddScenes(lines));
            return;
        }

        if (ofCaptions && lines.All(line => line.Range is { Start.Ticks: >= 0 }))
        {
            wishes.Add(new AddCaptions(lines, new TextLook()));
            return;
        }

        // With pictures at hand the storyboard tells how long each is shown and what it says.
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Range is { } range)
            {
                wishes.Add(new SetShotLength(ShotReference.Nth(index + 1), range.Duration));
            }
        }

        wishes.Add(new AddCaptions([.. lines.Select(line => line with { Range = null })], new TextLook()));
    }
}
