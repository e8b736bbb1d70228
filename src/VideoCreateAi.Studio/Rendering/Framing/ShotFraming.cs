using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Framing;

/// <summary>Decides how large a picture is needed and how it moves through its viewport.</summary>
internal static class ShotFraming
{
    private const double MostZoom = 0.11;
    private const double LeastZoom = 0.04;
    private const double ZoomPerSecond = 0.02;

    // Shares of the window's length per second.
    private const double PanSpeed = 0.03;
    private const double DriftSpeed = 0.015;

    // A pan needs room: where the picture leaves none, the window is made this much smaller.
    private const double PanRoom = 0.10;
    private const double InnerZoom = 0.05;
    private const double InnerShift = 0.025;

    private const double CutOutWidth = 0.68;
    private const double CutOutHeight = 0.70;
    private const double MostPixels = 40e6;

    /// <summary>The size at which to decode: the output's, times the largest enlargement.</summary>
    public static (int Width, int Height) WorkingSize(double width, double height, PixelRect viewport, ShotStyle style)
    {
        var scale = style.IsWhole
            ? WholeScale(width, height, viewport, style) * (style.Motion == Motion.None ? 1 : 1 + InnerZoom)
            : Math.Max(viewport.Width / width, viewport.Height / height) * (1 + ZoomOf(style));
        scale = Math.Min(scale, Math.Sqrt(MostPixels / (width * height)));
        var (w, h) = (UpToEven(width * scale), UpToEven(height * scale));
        return style.IsWhole ? (w, h) : (Math.Max(w, UpToEven(viewport.Width)), Math.Max(h, UpToEven(viewport.Height)));
    }

    /// <param name="saliency">Of that picture, where it is known already.</param>
    public static MotionPath Path(PlanarPicture picture, PixelRect viewport, ShotStyle style, SaliencyMap? saliency = null) => style.IsWhole
        ? WholePath(picture, viewport, style)
        : CoverPath(picture.Width, picture.Height, viewport, style, saliency ?? SaliencyMap.Of(picture));

    /// <summary>Whether a picture that fills the viewport still shows what it is about.</summary>
    public static bool KeepsSubject(PlanarPicture picture, PixelRect viewport, SaliencyMap saliency)
    {
        var shape = (double)picture.Width / picture.Height / viewport.AspectRatio;
        return saliency.BestCrop(horizontal: true, Math.Min(1, 1 / shape)).IsGood && saliency.BestCrop(horizontal: false, Math.Min(1, shape)).IsGood;
    }

    public static MotionPath CoverPath(int width, int height, PixelRect viewport, ShotStyle style, SaliencyMap saliency)
    {
        var aspect = viewport.AspectRatio;
        var widest = Math.Min(width, height * aspect);
        if (style.Motion == Motion.None && widest - viewport.Width is >= 0 and < 4)
        {
            // Decoded for this very viewport: take it sample by sample.
            widest = viewport.Width;
        }

        var zoom = ZoomOf(style);
        var freeX = width - widest;
        var freeY = height - widest / aspect;
        var centerX = width * saliency.BestCrop(horizontal: true, widest / width).Center;
        var centerY = height * saliency.BestCrop(horizontal: false, widest / aspect / height).Center;
        var seconds = style.Seconds;
        switch (style.Motion)
        {
            case Motion.None:
                return MotionPath.Still(Window(centerX, centerY, widest, snapped: true));
            case Motion.ZoomIn or Motion.ZoomOut:
            {
                // Into the subject, and where much is cropped the wide end shows a little of what lies beside it.
                var driftX = Drift(freeX, widest, centerX, width, seconds);
                var driftY = Drift(freeY, widest / aspect, centerY, height, seconds);
                var wide = Window(centerX + driftX, centerY + driftY, widest, snapped: false);
                var focusX = freeX > 1 ? centerX : width * saliency.Focus(horizontal: true, centerY / height, widest / aspect / height);
                var focusY = freeY > 1 ? centerY : height * saliency.Focus(horizontal: false, centerX / width, widest / width);
                var near = Window(focusX, focusY, widest / (1 + zoom), snapped: false);
                return style.Motion == Motion.ZoomIn ? new MotionPath(wide, near) : new MotionPath(near, wide);
            }

            default:
            {
                var horizontal = style.Motion is Motion.PanLeft or Motion.PanRight;
                var window = (horizontal ? freeX : freeY) < PanRoom * (horizontal ? widest : widest / aspect)
                    ? widest / (1 + PanRoom)
                    : widest;
                var length = horizontal ? window : window / aspect;
                var room = (horizontal ? width : height) - length;
                var travel = Math.Min(room, PanSpeed * length * seconds);
                var sign = style.Motion is Motion.PanRight or Motion.PanDown ? 1 : -1;

                // It ends at the subject; where there is no room for that it begins near it and stays in sight of it.
                var (least, most) = (length / 2, (horizontal ? width : height) - length / 2);
                var to = Math.Clamp(horizontal ? centerX : centerY, sign > 0 ? least + travel : least, sign > 0 ? most : most - travel);
                var from = to - sign * travel;
                return horizontal
                    ? new MotionPath(Window(from, centerY, window, false), Window(to, centerY, window, false))
                    : new MotionPath(Window(centerX, from, window, false), Window(centerX, to, window, false));
            }
        }

        Affine Window(double x, double y, double size, bool snapped)
        {
            var left = Math.Clamp(x - size / 2, 0, width - size);
            var top = Math.Clamp(y - size / aspect / 2, 0, Math.Max(0, height - size / aspect));
            return snapped && size == viewport.Width
                ? Affine.Showing(Math.Floor(left / 2) * 2, Math.Floor(top / 2) * 2, size, viewport.Width)
                : Affine.Showing(left, top, size, viewport.Width);
        }
    }

    private static MotionPath WholePath(PlanarPicture picture, PixelRect viewport, ShotStyle style)
    {
        var scale = WholeScale(picture.Width, picture.Height, viewport, style);
        var rest = Centered(scale);
        var larger = Centered(scale * (1 + InnerZoom));
        var shift = InnerShift * Math.Min(viewport.Width, viewport.Height);
        return style.Motion switch
        {
            Motion.ZoomIn => new MotionPath(rest, larger),
            Motion.ZoomOut => new MotionPath(larger, rest),
            // The camera goes left, so the picture goes right.
            Motion.PanLeft => new MotionPath(rest.Moved(-shift, 0), rest.Moved(shift, 0)),
            Motion.PanRight => new MotionPath(rest.Moved(shift, 0), rest.Moved(-shift, 0)),
            Motion.PanUp => new MotionPath(rest.Moved(0, -shift), rest.Moved(0, shift)),
            Motion.PanDown => new MotionPath(rest.Moved(0, shift), rest.Moved(0, -shift)),
            _ => MotionPath.Still(Snapped(rest)),
        };

        Affine Centered(double at) => new(at, (viewport.Width - at * picture.Width) / 2, (viewport.Height - at * picture.Height) / 2);

        static Affine Snapped(Affine place) => Math.Abs(place.Scale - 1) > 0.004
            ? place
            : new Affine(1, Math.Round(place.X / 2) * 2, Math.Round(place.Y / 2) * 2);
    }

    private static double WholeScale(double width, double height, PixelRect viewport, ShotStyle style) => style.IsCutOut
        ? Math.Min(viewport.Width * CutOutWidth / width, viewport.Height * CutOutHeight / height)
        : Math.Min(viewport.Width / width, viewport.Height / height);

    private static double ZoomOf(ShotStyle style) => style.Motion switch
    {
        Motion.None => 0,
        Motion.ZoomIn or Motion.ZoomOut => Math.Clamp(ZoomPerSecond * style.Seconds, LeastZoom, MostZoom),
        _ => PanRoom,
    };

    // Towards the middle of the picture, where more is left to see.
    private static double Drift(double free, double window, double center, double length, double seconds)
    {
        if (free < 0.25 * window)
        {
            return 0;
        }

        var most = Math.Min(DriftSpeed * window * seconds, free) / 2;
        return center <= length / 2 ? most : -most;
    }

    private static int UpToEven(double value) => Math.Max(16, (int)Math.Ceiling(value / 2 - 1e-6) * 2);
}
