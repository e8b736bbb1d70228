using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Framing;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>Makes shots ready: decodes, frames, grades, and puts a backdrop behind what does not fill its place.</summary>
internal sealed partial class ShotFactory(
    IToolRunner tools, IMediaFiles media, Canvas canvas, string workFolder, RenderNotes notes, StillCache? cache = null, SemaphoreSlim? decoding = null,
    bool isQuick = false)
{
    private const int ThumbnailSide = 160;
    private const double EnlargedVisibly = 2.0;
    private const double HalfCropped = 0.5;

    private readonly StillLoader _stills = new(tools, cache, decoding, isQuick);
    private PlanarPicture? _studio;

    /// <param name="first">The first frame of the output that will be asked for.</param>
    public Task<Shot> CreateAsync(PlannedShot plan, int first, CancellationToken cancellationToken) =>
        CreateAsync(plan, Math.Max(plan.First, first), isAlone: false, cancellationToken);

    private async Task<Shot> CreateAsync(PlannedShot plan, int frame, bool isAlone, CancellationToken cancellationToken)
    {
        var segment = plan.Segment;
        if (segment.Source is null || segment.Kind == PictureKind.Scene && !Knows(segment.Source))
        {
            return Scene(plan);
        }

        var file = Find(segment);
        return file.Kind switch
        {
            MediaKind.Image => await StillAsync(plan, file, cancellationToken),
            MediaKind.Video => await ClipAsync(plan, file, frame, isAlone || plan.Segment.IsHeld(), cancellationToken),
            _ => throw new RenderException("media_unreadable", $"\"{file.Name}\" is sound and has no picture to show."),
        };
    }

    private Shot Scene(PlannedShot plan)
    {
        var viewport = Viewport(plan);
        var style = Style(plan, isCutOut: false) with { Fit = Fit.Cover };
        var (width, height) = ShotFraming.WorkingSize(viewport.Width, viewport.Height, viewport, style);
        var picture = SceneBackdrop.Paint(width, height, plan.Segment.Prompt ?? plan.Segment.Name);
        ColorGrade.Of(plan.Segment.Filter, plan.Segment.Adjustment)?.Apply(picture);
        notes.Add("A scene without a picture is shown as a coloured backdrop.", plan.Range);
        return new Shot
        {
            Plan = plan,
            Viewport = viewport,
            Picture = picture,
            Path = ShotFraming.Path(picture, viewport, style),
            Opacity = plan.Segment.Opacity,
        };
    }

    private async Task<Shot> StillAsync(PlannedShot plan, MediaFile file, CancellationToken cancellationToken)
    {
        var segment = plan.Segment;
        var viewport = Viewport(plan);
        var style = Style(plan, file.Info.HasAlpha);
        var picture = await LoadAsync();
        if (style.IsCutOut && CutOut.IsOpaque(picture))
        {
            // An alpha channel that hides nothing: a photograph like any other.
            file = file with { Info = file.Info with { HasAlpha = false } };
            style = style with { IsCutOut = false };
            picture = await LoadAsync();
        }
        else if (style.IsCutOut && CutOut.Subject(picture) is { } subject)
        {
            segment = segment with { Crop = CutOut.Within(segment.Crop, subject) };
            picture = await LoadAsync();
        }

        var saliency = style.IsWhole ? null : SaliencyMap.Of(picture);
        if (saliency is not null && LosesItsSubject(plan, picture, viewport, style, saliency))
        {
            style = style with { Fit = Fit.Blur };
            saliency = null;
            picture = await LoadAsync();
        }

        ColorGrade.Of(segment.Filter, segment.Adjustment)?.Apply(picture);
        NoteCrop(plan, picture, viewport, style);
        NoteEnlargement(plan, file.Name, picture.Width / PictureFilters.SizeOf(file.Info, segment).Width);
        var path = ShotFraming.Path(picture, viewport, style, saliency);
        var backdrop = Backdrop(picture, viewport, style, segment);
        if (style.IsCutOut && backdrop is not null)
        {
            picture = CutOut.WithShadow(picture, out var margin);
            path = path.Padded(margin);
        }

        return new Shot
        {
            Plan = plan,
            Viewport = viewport,
            Backdrop = backdrop,
            Picture = picture,
            Path = path,
            Opacity = segment.Opacity,
        };

        Task<PlanarPicture> LoadAsync()
        {
            var (width, height) = StillSize(plan, file, segment, style.Fit);
            return _stills.LoadAsync(file, segment, width, height, workFolder, cancellationToken);
        }
    }

    private (int Width, int Height) StillSize(PlannedShot plan, MediaFile file, PictureSegment segment, Fit fit)
    {
        var (width, height) = PictureFilters.SizeOf(file.Info, segment);
        return ShotFraming.WorkingSize(width, height, Viewport(plan), Style(plan, file.Info.HasAlpha) with { Fit = fit });
    }

    private async Task<Shot> ClipAsync(PlannedShot plan, MediaFile file, int frame, bool isStanding, CancellationToken cancellationToken)
    {
        var segment = plan.Segment;
        var viewport = Viewport(plan);
        var style = Style(plan, isCutOut: false);
        var (width, height) = PictureFilters.SizeOf(file.Info, segment);
        FractionRect? window = null;
        PlanarPicture? backdrop = null;
        var grade = ColorGrade.Of(segment.Filter, segment.Adjustment);
        var covers = !style.IsWhole && Math.Abs(width / height / viewport.AspectRatio - 1) > 0.02;
        if (covers || style.Fit == Fit.Blur)
        {
            var thumbnail = await ThumbnailAsync(file, segment, width, height, cancellationToken);
            grade?.Apply(thumbnail);
            var crop = covers ? SaliencyMap.Of(thumbnail) : null;
            if (crop is not null && LosesItsSubject(plan, thumbnail, viewport, style, crop))
            {
                style = style with { Fit = Fit.Blur };
                crop = null;
            }

            window = crop is null ? null : CoverWindow(thumbnail, viewport, crop);
            backdrop = Backdrop(thumbnail, viewport, style, segment);
        }

        if (window is { } shown)
        {
            (width, height) = (width * shown.Width, height * shown.Height);
        }

        var (workingWidth, workingHeight) = ShotFraming.WorkingSize(width, height, viewport, style);
        NoteEnlargement(plan, file.Name, workingWidth / width);
        if (isStanding)
        {
            var picture = await PictureAtAsync(plan, file, frame, window, workingWidth, workingHeight, cancellationToken);
            grade?.Apply(picture);
            return new Shot
            {
                Plan = plan,
                Viewport = viewport,
                Backdrop = backdrop,
                Picture = picture,
                Path = ShotFraming.Path(picture, viewport, style),
                Opacity = segment.Opacity,
            };
        }

        var request = new ClipRequest(
            file, segment, window, workingWidth, workingHeight, canvas.FramesPerSecond, plan.Frames, frame - plan.First, grade);
        var shape = new PlanarPicture(workingWidth, workingHeight);
        shape.Fill(YuvColor.Black);
        return new Shot
        {
            Plan = plan,
            Viewport = viewport,
            Backdrop = backdrop,
            Path = ShotFraming.Path(shape, viewport, style),
            Clip = new ClipStream(tools, request, workFolder, cancellationToken),
            Opacity = segment.Opacity,
        };
    }

    // From the first third of what is shown: the very first frame is often black.
    private Task<PlanarPicture> ThumbnailAsync(
        MediaFile file, PictureSegment segment, double width, double height, CancellationToken cancellationToken)
    {
        var scale = ThumbnailSide / Math.Max(width, height);
        var length = segment.Out > segment.In ? segment.Out - segment.In : file.Info.Duration - segment.In;
        return _stills.LoadAsync(
            file, segment, Math.Max(16, (int)(width * scale) & ~1), Math.Max(16, (int)(height * scale) & ~1), workFolder, cancellationToken,
            segment.In + Max(length, TimeSpan.Zero) / 3);
    }

    // Where nobody said how it is to fill its place, and it has the whole of it.
    private static bool LosesItsSubject(PlannedShot plan, PlanarPicture picture, PixelRect viewport, ShotStyle style, SaliencyMap saliency) =>
        style.Fit == Fit.Auto && plan.Segment.Placement is null && !ShotFraming.KeepsSubject(picture, viewport, saliency);

    private static FractionRect CoverWindow(PlanarPicture thumbnail, PixelRect viewport, SaliencyMap saliency)
    {
        var aspect = (double)thumbnail.Width / thumbnail.Height;
        var shareX = Math.Min(1, viewport.AspectRatio / aspect);
        var shareY = Math.Min(1, aspect / viewport.AspectRatio);
        return new FractionRect(
            saliency.BestCrop(horizontal: true, shareX).Center - shareX / 2,
            saliency.BestCrop(horizontal: false, shareY).Center - shareY / 2,
            shareX,
            shareY);
    }

    private PlanarPicture? Backdrop(PlanarPicture picture, PixelRect viewport, ShotStyle style, PictureSegment segment)
    {
        if (style.IsCutOut)
        {
            // An overlay with transparent parts shows what is under it.
            return segment.Placement is not null ? null
                : _studio is { } kept && kept.Width == viewport.Width && kept.Height == viewport.Height ? kept
                : _studio = Backdrops.Studio(viewport.Width, viewport.Height);
        }

        return style.Fit == Fit.Blur ? Backdrops.Blurred(picture, viewport, new LayerPainter()) : null;
    }

    private PixelRect Viewport(PlannedShot plan) => PixelRect.On(canvas.Width, canvas.Height, plan.Segment.Placement);

    private ShotStyle Style(PlannedShot plan, bool isCutOut) => new(
        plan.Segment.Fit, plan.Segment.Motion, (double)plan.Frames / canvas.FramesPerSecond, isCutOut);

    private void NoteCrop(PlannedShot plan, PlanarPicture picture, PixelRect viewport, ShotStyle style)
    {
        var aspect = (double)picture.Width / picture.Height;
        if (!style.IsWhole && Math.Min(aspect / viewport.AspectRatio, viewport.AspectRatio / aspect) < HalfCropped)
        {
            notes.Add("Some pictures have quite another shape than the video: more than half of them is cropped. Fit \"blur\" shows them whole.", plan.Range);
        }
    }

    private void NoteEnlargement(PlannedShot plan, string name, double factor)
    {
        if (factor > EnlargedVisibly)
        {
            var where = plan.Segment.Placement is null ? $"The picture \"{name}\"" : $"The overlay \"{name}\"";
            notes.Add(FormattableString.Invariant(
                $"{where} was enlarged {factor:0.0} times and may look soft: use a larger picture, or fit \"blur\", which enlarges it less."), plan.Range);
        }
    }

    private bool Knows(string id)
    {
        try
        {
            media.Get(id);
            return true;
        }
        catch (KeyNotFoundException)
        {
            return false;
        }
    }

    private MediaFile Find(PictureSegment segment)
    {
        try
        {
            return media.Get(segment.Source!);
        }
        catch (KeyNotFoundException exception)
        {
            throw new RenderException(
                "media_unreadable", $"The file \"{segment.Name}\" is no longer in the project. Upload it again or remove it.", exception);
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
