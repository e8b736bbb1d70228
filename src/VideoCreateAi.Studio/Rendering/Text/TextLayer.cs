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
    private const double TypedPerSecond = 18;
    private const double SlideReach = 0.035;

    private const int MostFaint = 3;
    private const int LongestQuote = 40;

    private readonly Dictionary<(PlannedText Text, int Letters), TextSprite> _sprites = [];
    private readonly ConcurrentDictionary<TextSprite, PlannedText> _judged = new(ReferenceEqualityComparer.Instance);
    private int _faint;

    /// <summary>What lies over this frame. Frames are asked for in order, by one caller.</summary>
    public async Task<IReadOnlyList<FrameSprite>> AtAsync(int frame, CancellationToken cancellationToken)
    {
        List<FrameSprite>? shown = null;
        foreach (var text in plan.Texts)
        {
            if (text.Shows(frame) && text.Segment.Text.Trim().Length > 0)
            {
                var sprite = await SpriteAsync(text, frame, cancellationToken);
                (shown ??= []).Add(Animate(text, frame, sprite) with { Judged = frame == JudgedFrame(text) ? sprite : null });
                if (frame == JudgedFrame(text))
                {
                    _judged[sprite] = text;
                }
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
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestQuote ? $"\"{line}\"" : $"\"{line[..LongestQuote]}…\"";
    }

    private async Task<TextSprite> SpriteAsync(PlannedText text, int frame, CancellationToken cancellationToken)
    {
        var layout = TextLayout.Of(text.Segment, text.Role, plan.Canvas, options);
        var letters = text.Segment.Animation == TextAnimation.Typewriter
            ? Math.Min(layout.Request.Text.Length, 1 + (int)((frame - text.First) * TypingSpeed(text, layout) / plan.Canvas.FramesPerSecond))
            : layout.Request.Text.Length;
        if (!_sprites.TryGetValue((text, letters), out var sprite))
        {
            var request = layout.Request with { Letters = letters == layout.Request.Text.Length ? null : letters };
            var bitmap = await rasterizer.DrawAsync(request, workFolder, cancellationToken);
            if (bitmap.MissingGlyphs > 0)
            {
                // One sentence for all texts: one font mends them all.
                notes.Add(
                    "Some text has characters that no installed font can draw, so they are shown as boxes: install a font for them "
                    + "(on Debian fonts-noto-cjk for Chinese, Japanese and Korean, fonts-noto-color-emoji for emoji, fonts-noto-core for most others) and export again.", text.Range);
            }

            // A typed text shows one length after the other and never an earlier one again.
            _sprites.Remove((text, letters - 1));
            _sprites[(text, letters)] = sprite = TextDecorator.Decorate(bitmap, layout, plan.Canvas);
        }

        return sprite;
    }

    // All is typed after half of the time at the latest.
    private double TypingSpeed(PlannedText text, TextLayout layout)
    {
        var seconds = (double)(text.End - text.First) / plan.Canvas.FramesPerSecond;
        return Math.Max(TypedPerSecond, layout.Request.Text.Length / Math.Max(0.1, seconds / 2));
    }

    private FrameSprite Animate(PlannedText text, int frame, TextSprite sprite)
    {
        var place = new Affine(1, sprite.X, sprite.Y);
        var length = text.End - text.First;
        var ramp = Math.Max(1, Math.Min(AnimationSeconds * plan.Canvas.FramesPerSecond, length / 3.0));
        var coming = Math.Min(1, (frame - text.First + 1) / ramp);
        var going = Math.Min(1, (text.End - frame) / ramp);
        var picture = sprite.Picture;
        switch (text.Segment.Animation)
        {
            case TextAnimation.Fade:
                return new FrameSprite(picture, place, Ease(coming) * Ease(going));
            case TextAnimation.Slide:
                return new FrameSprite(picture, Rise(EaseOut(coming)), Ease(coming) * Ease(going));
            case TextAnimation.Pop:
                var factor = coming < 1 ? 0.8 + 0.2 * Overshoot(coming) : 1;
                return new FrameSprite(
                    picture, place.About(sprite.X + picture.Width / 2.0, sprite.Y + picture.Height / 2.0, factor), Ease(Math.Min(1, coming * 1.6)) * Ease(going));
            case TextAnimation.Typewriter:
                return new FrameSprite(picture, place, Ease(going));
            default:
                return new FrameSprite(picture, place, 1);
        }

        Affine Rise(double progress) => progress >= 1 ? place : place.Moved(0, plan.Canvas.Height * SlideReach * (1 - progress));
    }

    private static double Ease(double t) => t * t * (3 - 2 * t);

    private static double EaseOut(double t) => 1 - (1 - t) * (1 - t) * (1 - t);

    private static double Overshoot(double t)
    {
        const double Back = 1.9;
        var u = t - 1;
        return 1 + (Back + 1) * u * u * u + Back * u * u;
    }
}
