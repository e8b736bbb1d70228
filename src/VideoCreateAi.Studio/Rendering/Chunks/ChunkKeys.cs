using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>Names chunks by what they show. Where on the timeline they lie is no part of it: what only moves is not encoded again.</summary>
/// <param name="engine">What composes and encodes, on this machine.</param>
/// <param name="fonts">What draws letters, on this machine.</param>
internal sealed class ChunkKeys(RenderPlan plan, RenderSettings settings, string background, IMediaFiles media, string engine, string fonts)
{
    public string Of(FrameRange range)
    {
        using var key = new ContentKey();
        key.Add(engine, settings.Quality, background, plan.Canvas.Width, plan.Canvas.Height, plan.Canvas.FramesPerSecond, range.Count, settings.MostKilobits);
        if (range.First < plan.FadeInFrames)
        {
            key.Add("fade in", plan.FadeInFrames, range.First);
        }

        if (range.End > plan.TotalFrames - plan.FadeOutFrames)
        {
            key.Add("fade out", plan.FadeOutFrames, plan.TotalFrames - range.First);
        }

        foreach (var track in plan.Tracks)
        {
            key.Add("track", track.Role);
            foreach (var shot in track.Shots.Where(shot => range.Meets(shot.First, shot.End)))
            {
                Add(key, shot, range.First);
            }
        }

        foreach (var text in plan.Texts.Where(text => range.Meets(text.First, text.End)))
        {
            key.Add(fonts, plan.Safe?.Left, plan.Safe?.Top, plan.Safe?.Right, plan.Safe?.Bottom);
            Add(key, text, range.First);
            AddBehind(key, text, range.First);
        }

        return key.ToString();
    }

    private void Add(ContentKey key, PlannedShot shot, int from)
    {
        var segment = shot.Segment;
        key.Add("shot", shot.First - from, shot.End - from, shot.TransitionFrames, segment.Transition?.Kind, segment.Transition?.Duration.Ticks);
        key.Add(segment.Kind, segment.Name, Source(segment.Source), segment.Prompt, segment.In.Ticks, segment.Out.Ticks, segment.Speed, segment.Reverse);
        key.Add(segment.Rotation, segment.Flip, segment.Fit, segment.Motion, segment.Filter, segment.Opacity);
        key.Add(segment.Adjustment.Brightness, segment.Adjustment.Contrast, segment.Adjustment.Saturation);
        Add(key, segment.Placement);
        Add(key, segment.Crop);
    }

    // A text is set off by as much as all of the picture behind it asks for, whichever part of it this chunk shows.
    private void AddBehind(ContentKey key, PlannedText text, int from)
    {
        if (!TextLayout.DependsOnPicture(text.Segment.Style))
        {
            return;
        }

        foreach (var track in plan.Tracks)
        {
            key.Add("behind", track.Role);
            foreach (var shot in track.Shots.Where(shot => text.Range.Meets(shot.First, shot.End)))
            {
                Add(key, shot, from);
            }
        }
    }

    private static void Add(ContentKey key, PlannedText text, int from)
    {
        var segment = text.Segment;
        key.Add("text", text.First - from, text.End - from, text.Role, segment.Text, segment.Position, segment.Size, segment.Color, segment.Font);
        key.Add(segment.Animation, segment.Style, segment.Words.Count);
        foreach (var word in segment.Words)
        {
            key.Add((word.Start - segment.Range.Start).Ticks, (word.End - segment.Range.Start).Ticks, word.Text);
        }
    }

    private static void Add(ContentKey key, FractionRect? rect) => key.Add(rect?.X, rect?.Y, rect?.Width, rect?.Height);

    // The same picture handed over twice is the same content. One that is gone makes the render fail, which its key need not know.
    private string? Source(string? id)
    {
        if (id is null)
        {
            return null;
        }

        try
        {
            var file = media.Get(id);
            return file.Hash.Length > 0 ? file.Hash : id;
        }
        catch (KeyNotFoundException)
        {
            return id;
        }
    }
}
