using System.Collections.Concurrent;
using System.Globalization;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>The texts of a video, drawn when they are first needed and animated from frame to frame.</summary>
internal sealed class TextLayer(RenderPlan plan, ITextRasterizer rasterizer, string workFolder, RenderOptions options, RenderNotes notes)
{
    private const double AnimationSeconds = 0.4;
    private const double SlideReach = 0.035;

    private const int MostFaint = 3;
    private const int LongestQuote = 40;

    private readonly Dictionary<PlannedText, DrawnText> _drawn = [];
    private readonly ConcurrentDictionary<TextSprite, PlannedText> _judged = new(ReferenceEqualityComparer.Instance);
    private int _faint;

    /// <summary>What lies over this frame. Frames are asked for in order, by one caller.</summary>
    public async Task<IReadOnlyList<FrameSprite>> AtAsync(int frame, CancellationToken cancellationToken)
    {
        List<FrameSprite>? shown = null;
        foreach (var text in plan.Texts)
        {
            if (!text.Shows(frame))
            {
                _drawn.Remove(text);
            }
            else if (TextGuard.Clean(text.Segment.Text).Length > 0)
            {
                var drawn = await DrawnAsync(text, cancellationToken);
                var sprites = Animate(text, frame, drawn).ToList();

                // Of one word in another colour the others cannot be judged.
                if (frame == JudgedFrame(text) && !drawn.IsSpeaking(frame))
                {
                    sprites[^1] = sprites[^1] with { Judged = drawn.Whole };
                    _judged[drawn.Whole] = text;
                }

                (shown ??= []).AddRange(sprites);
            }
        }

        return shown ?? [];
    }

    /// <summary>Measures the texts that are to be judged in this composed frame. Any thread.</summary>
    public void Judge(FrameJob job)
    {
        foreach (var text in job.Sprites.Select(sprite => sprite.Judged).OfType<TextSprite>())
        {
            if (ContrastMeter.Of(job.Target, text) is { } contrast && contrast < ContrastMeter.Least && Interlocked.Increment(ref _faint) <= MostFaint)
            {
                notes.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The text {Quoted(_judged[text].Segment.Text)} is hard to read on its picture (contrast {Math.Floor(contrast * 10) / 10:0.0} to 1; 3 is the least): give it a box or an outline, or another colour."), new FrameRange(job.Number, job.Number + 1));
            }
        }
    }

    // In the middle of its time a text has arrived, and its picture with it; where the video fades everything is faint.
    private int JudgedFrame(PlannedText text)
    {
        var (first, last) = (Math.Max(text.First, plan.FadeInFrames), Math.Min(text.End - 1, plan.TotalFrames - 1 - plan.FadeOutFrames));
        return first <= last ? (first + last) / 2 : (text.First + text.End) / 2;
    }

    private static string Quoted(string text)
    {
        var line = TextGuard.Clean(text).ReplaceLineEndings(" ");
        var letters = Graphemes.Of(line);
        return letters.Count <= LongestQuote ? $"\"{line}\"" : $"\"{line[..letters[LongestQuote].Start]}…\"";
    }

    private async Task<DrawnText> DrawnAsync(PlannedText text, CancellationToken cancellationToken)
    {
        if (!_drawn.TryGetValue(text, out var drawn))
        {
            var layout = TextLayout.Of(text.Segment, text.Role, plan.Canvas, options, plan.Safe);
            var bitmap = await rasterizer.DrawAsync(layout.Request, workFolder, cancellationToken);
            _drawn[text] = drawn = new DrawnText(text, bitmap, layout, plan.Canvas);
        }

        return drawn;
    }

    private IEnumerable<FrameSprite> Animate(PlannedText text, int frame, DrawnText drawn)
    {
        var ramp = Math.Max(1, Math.Min(AnimationSeconds * plan.Canvas.FramesPerSecond, (text.End - text.First) / 3.0));
        var coming = Math.Min(1, (frame - text.First + 1) / ramp);
        var leaving = Easing.InOut(Math.Min(1, (text.End - frame) / ramp));
        var whole = drawn.Whole;
        var (centerX, centerY) = (whole.GlyphX + whole.Glyphs.Width / 2.0, whole.GlyphY + whole.Glyphs.Height / 2.0);
        foreach (var sprite in drawn.At(frame))
        {
            yield return text.Segment.Animation switch
            {
                TextAnimation.Fade => sprite with { Opacity = sprite.Opacity * Easing.InOut(coming) * leaving },
                TextAnimation.Slide => sprite with
                {
                    Place = coming < 1 ? sprite.Place.Moved(0, plan.Canvas.Height * SlideReach * (1 - Easing.Out(coming))) : sprite.Place,
                    Opacity = sprite.Opacity * Easing.InOut(coming) * leaving,
                },
                TextAnimation.Pop => sprite with
                {
                    Place = coming < 1 ? sprite.Place.About(centerX, centerY, 0.8 + 0.2 * Easing.Overshoot(coming)) : sprite.Place,
                    Opacity = sprite.Opacity * Easing.InOut(Math.Min(1, coming * 1.6)) * leaving,
                },
                TextAnimation.Typewriter => sprite with { Opacity = sprite.Opacity * leaving },
                _ => sprite,
            };
        }
    }
}
