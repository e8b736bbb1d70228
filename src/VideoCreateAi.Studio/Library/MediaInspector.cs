using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Library;

/// <summary>Judges a file before it becomes media: first bytes, header limits, ffprobe, and a decode of its ends,
/// because a header can promise what the rest does not hold.</summary>
internal sealed class MediaInspector(IToolRunner tools)
{
    /// <summary>How much shorter the packets may be than the header says. A cut-off upload still probes as whole.</summary>
    private const double MissingFraction = 0.005;

    /// <summary>The longer side of a small copy, in pixels.</summary>
    public const int SmallCopySide = 1600;

    // Below it a copy would hardly be smaller.
    private const int LargeSide = 2000;

    public static readonly TimeSpan LongestDuration = TimeSpan.FromHours(2);

    private static readonly TimeSpan s_missing = TimeSpan.FromSeconds(0.5);

    private static readonly string[] s_encryptedTags = ["encv", "enca", "drmi", "drms"];

    private static readonly string[] s_alphaFormats = ["yuva", "rgba", "bgra", "argb", "abgr", "gbrap", "ya8", "ya16"];

    private readonly FfprobeReader _ffprobe = new(tools);
    private readonly TestDecode _test = new(tools);

    /// <param name="path">Our own copy under our own name.</param>
    /// <param name="workFolder">An empty folder for the tools.</param>
    /// <exception cref="MediaRefusedException">It is not taken; the message says why.</exception>
    public async Task<InspectedMedia> InspectAsync(string path, string workFolder, CancellationToken cancellationToken)
    {
        MediaFormat format;
        PictureHeader? picture = null;
        await using (var content = File.OpenRead(path))
        {
            format = MediaSniffer.Sniff(content);
            if (format.Kind == MediaKind.Image)
            {
                picture = PictureHeader.Read(format, content);
                PictureLimits.Check(picture.Width, picture.Height);
            }
        }

        try
        {
            return picture switch
            {
                null => await InspectStreamsAsync(format, path, workFolder, cancellationToken),
                { IsAnimated: true } when format == MediaFormats.Gif
                    => await InspectStreamsAsync(MediaFormats.AnimatedGif, path, workFolder, cancellationToken),
                { IsAnimated: true }
                    => throw MediaRefusal.Unsupported("Animated WebP is not taken yet: save it as GIF or MP4."),
                _ => await InspectStillAsync(format, picture, path, workFolder, cancellationToken),
            };
        }
        catch (ToolFailedException)
        {
            throw MediaRefusal.Unreadable("it is damaged, incomplete or uses an unusual codec.");
        }
    }

    private async Task<InspectedMedia> InspectStillAsync(
        MediaFormat format, PictureHeader picture, string path, string workFolder, CancellationToken cancellationToken)
    {
        // It is decoded as a whole in any case: what previews would decode again is kept on the way.
        var longSide = Math.Max(picture.Width, picture.Height);
        var copy = longSide > LargeSide && !picture.HasAlpha ? Path.Combine(workFolder, "small.jpg") : null;
        var isWhole = copy is null
            ? await _test.HasPictureAsync(format, (long)picture.Width * picture.Height, path, workFolder, null, null, cancellationToken)
            : await _test.HasPictureAsync(format, path, workFolder, copy, Small(picture.Width), Small(picture.Height), cancellationToken);
        if (!isWhole)
        {
            throw MediaRefusal.Unreadable("it holds no complete picture.");
        }

        var lies = picture.Orientation >= Orientation.Transposed;
        return new InspectedMedia(format, new MediaInfo
        {
            Width = lies ? picture.Height : picture.Width,
            Height = lies ? picture.Width : picture.Height,
            Orientation = picture.Orientation,
            HasAlpha = picture.HasAlpha,
            VideoCodec = format == MediaFormats.Jpeg ? "mjpeg" : format.Extension,
        }, copy);

        int Small(int side) => Math.Max(1, (int)Math.Round((double)side * SmallCopySide / longSide));
    }

    private async Task<InspectedMedia> InspectStreamsAsync(
        MediaFormat format, string path, string workFolder, CancellationToken cancellationToken)
    {
        var guards = Guards(format);
        var probed = await _ffprobe.ReadAsync(format.Demuxer, path, guards, workFolder, cancellationToken);
        if (probed.Streams.Any(stream => s_encryptedTags.Contains(stream.CodecTag)))
        {
            throw MediaRefusal.Protected();
        }

        var video = probed.Video;
        format = video is null ? format.AsSound() : format.AsClip();
        if (video is null && probed.Sound is null)
        {
            throw MediaRefusal.Unreadable("it holds neither a picture nor sound.");
        }

        if (video is not null)
        {
            PictureLimits.Check(video.Width, video.Height);
        }

        // Streams of bare frames say nothing of their length: what ffprobe gives is a guess from the first frames.
        var isGuess = format == MediaFormats.Aac || format == MediaFormats.Mp3;
        var said = isGuess ? null : video?.Duration ?? probed.Duration ?? probed.Sound?.Duration;
        CheckLength(said);
        var measured = await _test.MeasureAsync(format, path, workFolder, cancellationToken);
        if (said is { } promised && measured < promised - s_missing - (promised * MissingFraction))
        {
            throw MediaRefusal.Unreadable("it is incomplete, its end is missing.");
        }

        var duration = said > TimeSpan.Zero ? said.Value : measured;
        CheckLength(duration);
        await TestEndsAsync(format, (long)(video?.Width ?? 0) * (video?.Height ?? 0), duration, path, workFolder, cancellationToken);
        return new InspectedMedia(format, Info(video, probed.Sound, duration));
    }

    private static void CheckLength(TimeSpan? duration)
    {
        if (duration > LongestDuration)
        {
            throw MediaRefusal.LastsTooLong(duration.Value, LongestDuration);
        }
    }

    private async Task TestEndsAsync(
        MediaFormat format, long pixels, TimeSpan duration, string path, string workFolder, CancellationToken cancellationToken)
    {
        var end = TimeSpan.FromSeconds(2);
        var isClip = format.Kind == MediaKind.Video;
        var startIsWell = isClip
            ? await _test.HasPictureAsync(format, pixels, path, workFolder, null, end, cancellationToken)
            : await _test.HasSoundAsync(format, path, workFolder, null, end, cancellationToken);
        if (!startIsWell)
        {
            throw MediaRefusal.Unreadable("its beginning cannot be decoded.");
        }

        if (duration <= end)
        {
            return;
        }

        var last = duration - end;
        var endIsWell = isClip
            ? await _test.HasPictureAsync(format, pixels, path, workFolder, last, null, cancellationToken)
            : await _test.HasSoundAsync(format, path, workFolder, last, null, cancellationToken);
        if (!endIsWell)
        {
            throw MediaRefusal.Unreadable("it is incomplete, its end is missing.");
        }
    }

    private static InputGuards Guards(MediaFormat format) => format.Kind switch
    {
        MediaKind.Audio => InputGuards.Sound,
        MediaKind.Video => InputGuards.Clip,
        _ => InputGuards.Picture,
    };

    private static MediaInfo Info(ProbedStream? video, ProbedStream? sound, TimeSpan duration)
    {
        var info = new MediaInfo { Duration = duration, HasSound = sound is not null, AudioCodec = sound?.Codec };
        if (video is null)
        {
            return info;
        }

        // A pixel need not be square (DV, old camcorders): the width is what a screen shows.
        var width = video.SampleAspectRatio is > 0.1 and < 10
            ? (int)Math.Round(video.Width * video.SampleAspectRatio)
            : video.Width;
        var orientation = video.Rotation switch
        {
            90 => Orientation.Rotate90,
            180 => Orientation.Rotated180,
            270 => Orientation.Rotate270,
            _ => Orientation.Upright,
        };
        var lies = orientation is Orientation.Rotate90 or Orientation.Rotate270;
        return info with
        {
            Width = lies ? video.Height : width,
            Height = lies ? width : video.Height,
            Orientation = orientation,
            HasAlpha = video.PixelFormat is { } format && s_alphaFormats.Any(prefix => format.StartsWith(prefix, StringComparison.Ordinal)),
            FramesPerSecond = FrameRate(video),
            VideoCodec = video.Codec,
            ColorMatrix = video.ColorMatrix,
        };
    }

    // Some containers count in ticks and give those for a frame rate.
    private static double FrameRate(ProbedStream video)
    {
        const double Fastest = 1000;
        const double Usual = 25;
        return video.AverageFrameRate is > 0 and <= Fastest ? video.AverageFrameRate
            : video.BaseFrameRate is > 0 and <= Fastest ? video.BaseFrameRate
            : Usual;
    }
}
