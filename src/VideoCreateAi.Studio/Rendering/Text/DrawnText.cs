using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>A text of the plan, drawn once, and what it shows from frame to frame: all of it, letters that come, the word that is spoken.</summary>
internal sealed class DrawnText
{
    private const double TypedPerSecond = 18;

    // A word's colour comes and goes within this time.
    private static readonly TimeSpan s_wordFade = TimeSpan.FromMilliseconds(60);

    // Between words that are closer than this nothing goes dark.
    private static readonly TimeSpan s_shortPause = TimeSpan.FromMilliseconds(350);

    private readonly PlannedText _text;
    private readonly TextLayout _layout;
    private readonly Canvas _canvas;
    private readonly TextSprite? _ground;
    private readonly bool _groundStays;
    private readonly TextReveal? _reveal;
    private readonly IReadOnlyList<SpokenWord> _words;
    private readonly Dictionary<int, TextSprite> _wordSprites = [];

    public DrawnText(PlannedText text, TextBitmap glyphs, TextLayout layout, Canvas canvas, TextTone tone)
    {
        (_text, _layout, _canvas) = (text, layout, canvas);
        _ground = TextDecorator.Ground(glyphs, layout, canvas, tone);
        _groundStays = TextDecorator.HasScrim(layout, tone);
        Letters = TextDecorator.Letters(glyphs, layout, canvas, tone);
        _words = layout.WordLook == WordLook.None ? [] : SpokenWords.Of(text.Segment, layout.Request.Text, glyphs.Cells);
        if (text.Segment.Animation == TextAnimation.Typewriter && glyphs.Cells.Count > 0)
        {
            _reveal = new TextReveal(Letters);
        }
    }

    /// <summary>All of its letters.</summary>
    public TextSprite Letters { get; }

    /// <summary>Whether a word has a colour of its own in this frame.</summary>
    public bool IsSpeaking(int frame) => WordsAt(frame).Any();

    /// <summary>What lies over this frame, the lowest first, before the text as a whole is moved or faded.</summary>
    public IEnumerable<FrameSprite> At(int frame)
    {
        if (_ground is not null)
        {
            yield return Place(_ground, 1) with { Stays = _groundStays };
        }

        if (_reveal is not null && Front(frame) is var front && front < _reveal.End)
        {
            yield return Place(Letters with { Picture = _reveal.At(front) }, 1);
            yield break;
        }

        yield return Place(Letters, 1);
        foreach (var (number, strength) in WordsAt(frame))
        {
            yield return Place(SpriteOf(number), strength);
        }
    }

    private static FrameSprite Place(TextSprite sprite, double opacity) => new(sprite.Picture, new Affine(1, sprite.X, sprite.Y), opacity);

    // All is typed after half of the time at the latest.
    private double Front(int frame)
    {
        var fps = (double)_canvas.FramesPerSecond;
        var seconds = (_text.End - _text.First) / fps;
        var speed = Math.Max(TypedPerSecond, _reveal!.End / Math.Max(0.1, seconds / 2));
        return (frame - _text.First + 1) * speed / fps;
    }

    private IEnumerable<(int Number, double Strength)> WordsAt(int frame)
    {
        var now = TimeSpan.FromSeconds((frame + 0.5) / _canvas.FramesPerSecond);
        for (var i = 0; i < _words.Count; i++)
        {
            var from = _words[i].From;
            var to = i + 1 < _words.Count && _words[i + 1].From - _words[i].To < s_shortPause ? _words[i + 1].From : _words[i].To;
            if (now >= from && now < to + s_wordFade)
            {
                var coming = Math.Min(1, (now - from) / s_wordFade);
                var going = Math.Min(1, 1 - (now - to) / s_wordFade);
                yield return (i, Easing.InOut(Math.Min(coming, going)));
            }
        }
    }

    private TextSprite SpriteOf(int number)
    {
        if (!_wordSprites.TryGetValue(number, out var sprite))
        {
            var word = _words[number];
            var parts = Letters.Glyphs.Cells.Take(word.End).Skip(word.First).GroupBy(cell => cell.Line).Select(Union).ToList();
            _wordSprites[number] = sprite = TextDecorator.Word(Letters.Glyphs, _layout, _canvas, parts);
        }

        return sprite;
    }

    private static TextCell Union(IEnumerable<TextCell> cells) => cells.Aggregate((all, cell) =>
    {
        var (x, y) = (Math.Min(all.X, cell.X), Math.Min(all.Y, cell.Y));
        return all with { X = x, Y = y, Width = Math.Max(all.Right, cell.Right) - x, Height = Math.Max(all.Bottom, cell.Bottom) - y };
    });
}
