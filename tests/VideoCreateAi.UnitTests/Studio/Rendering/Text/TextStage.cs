using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

/// <summary>One text of three seconds over a picture, frame by frame, as a render composes it.</summary>
internal sealed class TextStage
{
    public const int Frames = 90;

    private readonly Canvas _canvas;
    private readonly TextLayer _layer;
    private readonly Func<int, int, YuvColor> _picture;

    public TextStage(TextSegment segment, TextRole role, Canvas? canvas = null, SafeArea? safe = null, Func<int, int, YuvColor>? picture = null)
    {
        _canvas = canvas ?? new Canvas(270, 480);
        _picture = picture ?? ((_, _) => new YuvColor(70, 128, 128));
        Plan = new RenderPlan
        {
            Canvas = _canvas, TotalFrames = Frames, Duration = TimeSpan.FromSeconds(3), FadeInFrames = 0, FadeOutFrames = 0, Tracks = [],
            Texts = [new PlannedText(segment, role, 0, Frames)], Safe = safe,
        };
        _layer = new TextLayer(Plan, new PangoTextRasterizer(PangoLibrary.TryLoad()!), "", new RenderOptions(), new RenderNotes(),
            (_, _) => Task.FromResult<IReadOnlyList<PlanarPicture>>([Empty()]));
    }

    public RenderPlan Plan { get; }

    public static TextSegment Segment(string text) => new() { Id = "t", Text = text, Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(3)) };

    public async Task<PlanarPicture> FrameAsync(int frame)
    {
        var target = Empty();
        foreach (var sprite in await _layer.AtAsync(frame, CancellationToken.None))
        {
            new LayerPainter().Paint(target, new PixelRect(0, 0, _canvas.Width, _canvas.Height), sprite.Picture, sprite.Place, sprite.Opacity);
        }

        return target;
    }

    public PlanarPicture Empty()
    {
        var picture = new PlanarPicture(_canvas.Width, _canvas.Height);
        for (var i = 0; i < picture.Luma.Length; i++)
        {
            picture.Luma[i] = _picture(i % _canvas.Width, i / _canvas.Width).Y;
        }

        for (var i = 0; i < picture.ChromaWidth * picture.ChromaHeight; i++)
        {
            var color = _picture(2 * (i % picture.ChromaWidth), 2 * (i / picture.ChromaWidth));
            (picture.Plane(1).Span[i], picture.Plane(2).Span[i]) = (color.U, color.V);
        }

        return picture;
    }

    /// <summary>Places where it is far lighter than the picture: the letters.</summary>
    public static List<(int X, int Y)> Ink(PlanarPicture frame, int least = 150)
    {
        List<(int X, int Y)> ink = [];
        for (var i = 0; i < frame.Luma.Length; i++)
        {
            if (frame.Luma[i] >= least)
            {
                ink.Add((i % frame.Width, i / frame.Width));
            }
        }

        return ink;
    }
}
