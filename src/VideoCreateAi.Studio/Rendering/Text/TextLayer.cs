using System.Collections.Concurrent;
using System.Globalization;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>The texts of a video, drawn when they are first needed and animated from frame to frame.</summary>
/// <param name="behind">Pictures of what a text stands on while it is shown, in any size.</param>
internal sealed class TextLayer(
    RenderPlan plan, ITextRasterizer rasterizer, string workFolder, RenderOptions options, RenderNotes notes,
    Func<PlannedText, CancellationToken, Task<IReadOnlyList<PlanarPicture>>> behind)
{
    private const double AnimationSeconds = 0.4;
    private const double SlideReach = 0.035;

    // Titles rise a little into their place: what only fades looks like a caption that was late.
    private const double FadeReach = 0.008;

    private const int MostFaint = 3;
    private const int LongestQuote = 40;

    // Null for what is drawn and cannot be seen, such as a joiner or a blank by itself: no shade is to say that it is there.
    private readonly Dictionary<PlannedText, DrawnText?> _drawn = [];
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
            else if (TextGuard.Clean(text.Segment.Text).Length > 0 && await DrawnAsync(text, cancellationToken) is { } drawn)
            {
                var sprites = Animate(text, frame, drawn).ToList();

                // Of one word in another colour the others cannot be judged.
                if (frame == JudgedFrame(text) && !drawn.IsSpeaking(frame))
                {
                    sprites[^1] = sprites[^1] with { Judged = drawn.Letters };
                    _judged[drawn.Letters] = text;
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

    private async Task<DrawnText?> DrawnAsync(PlannedText text, CancellationToken cancellationToken)
    {
        if (!_drawn.TryGetValue(text, out var drawn))
        {
            var layout = TextLayout.Of(text.Segment, text.Role, plan.Canvas, options, plan.Safe);
            var bitmap = await rasterizer.DrawAsync(layout.Request, workFolder, cancellationToken);
            if (bitmap.IsBlank)
            {
                return _drawn[text] = null;
            }

            var around = await AroundAsync(text, layout, bitmap, cancellationToken);
            if (TextTone.InkFor(layout, around) is var ink && ink != layout.Request.Color)
            {
                layout = layout with { Request = layout.Request with { Color = ink } };
                bitmap = await rasterizer.DrawAsync(layout.Request, workFolder, cancellationToken);
            }

            var tone = TextTone.For(layout, bitmap.FontSize, plan.Canvas, around);
            _drawn[text] = drawn = new DrawnText(text, bitmap, layout, plan.Canvas, tone);
        }

        return drawn;
    }

    private async Task<TextSurroundings> AroundAsync(PlannedText text, TextLayout layout, TextBitmap bitmap, CancellationToken cancellationToken)
    {
        var pictures = TextLayout.DependsOnPicture(layout.Style) ? await behind(text, cancellationToken) : [];
        var (x, y) = layout.Place(bitmap.Width, bitmap.Height, plan.Canvas);
        return TextSurroundings.Of(bitmap, (int)Math.Round(x), (int)Math.Round(y), layout.Request.Color, plan.Canvas, pictures);
    }

    private IEnumerable<FrameSprite> Animate(PlannedText text, int frame, DrawnText drawn)
    {
        var ramp = Math.Max(1, Math.Min(AnimationSeconds * plan.Canvas.FramesPerSecond, (text.End - text.First) / 3.0));
        var coming = Math.Min(1, (frame - text.First + 1) / ramp);
        var leaving = Easing.InOut(Math.Min(1, (text.End - frame) / ramp));
        var letters = drawn.Letters;
        var (centerX, centerY) = (letters.GlyphX + letters.Glyphs.Width / 2.0, letters.GlyphY + letters.Glyphs.Height / 2.0);
        foreach (var sprite in drawn.At(frame))
        {
            yield return text.Segment.Animation switch
            {
                TextAnimation.Fade => Moved(sprite, at => at.Moved(0, plan.Canvas.Height * FadeReach * (1 - Easing.Out(coming)))) with
                {
                    Opacity = sprite.Opacity * Easing.InOut(coming) * leaving,
                },
                TextAnimation.Slide => Moved(sprite, at => at.Moved(0, plan.Canvas.Height * SlideReach * (1 - Easing.Out(coming)))) with
                {
                    Opacity = sprite.Opacity * Easing.InOut(coming) * leaving,
                },
                TextAnimation.Pop => Moved(sprite, at => at.About(centerX, centerY, 0.8 + 0.2 * Easing.Overshoot(coming))) with
                {
                    Opacity = sprite.Opacity * Easing.InOut(Math.Min(1, coming * 1.6)) * leaving,
                },
                TextAnimation.Typewriter => sprite with { Opacity = sprite.Opacity * leaving },
                _ => sprite,
            };
        }

        // What has arrived is not resampled.
        FrameSprite Moved(FrameSprite sprite, Func<Affine, Affine> move) => coming < 1 && !sprite.Stays ? sprite with { Place = move(sprite.Place) } : sprite;
    }
}
