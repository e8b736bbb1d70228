using System.Globalization;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>Decodes a still once, turned, cropped and scaled, into planes.</summary>
/// <param name="cache">For previews: keeps what was decoded, and lets large pictures be taken from their small copies or decoded at
/// a fraction of their size.
/// Null = a render, where every sample counts.</param>
internal sealed class StillLoader(IToolRunner tools, StillCache? cache = null)
{
    // A JPEG's blocks of 8 can be decoded as 4, 2 or 1.
    private const int MostHalvings = 3;
    private const double SpareForScaling = 1.3;

    /// <param name="at">For one picture of a clip: where.</param>
    public async Task<PlanarPicture> LoadAsync(
        MediaFile file, PictureSegment segment, int width, int height, string workFolder, CancellationToken cancellationToken, TimeSpan? at = null)
    {
        var picture = new PlanarPicture(width, height, file.Info.HasAlpha);
        var filters = Filters(file, segment, width, height);
        var identity = FormattableString.Invariant($"{file.Id}|{file.Hash}|{at?.Ticks}|{filters}");
        if (cache?.TryRead(identity, picture) == true)
        {
            return Finished(picture);
        }

        var (source, demuxer) = (file.Path, file.Format.Demuxer);
        var arguments = new FfmpegArguments();
        if (cache is not null && file.SmallCopyPath is { } copy && SizeInCopy(file, segment) is var (copyWidth, copyHeight) && copyWidth >= width && copyHeight >= height)
        {
            (source, demuxer) = (copy, MediaFormats.Jpeg.Demuxer);
        }
        else if (cache is not null && Halvings(file, segment, width, height) is > 0 and var halvings)
        {
            arguments.Option("lowres", halvings);
        }

        var run = new ToolRun
        {
            Tool = MediaTool.Ffmpeg,
            Arguments = arguments
                .ForcedInput(demuxer, source, file.Kind == MediaKind.Image ? InputGuards.Picture : InputGuards.Clip, at)
                .Map("0:v:0")
                .VideoFilter(filters)
                .Frames(1)
                .RawVideoOutput(file.Info.HasAlpha ? "yuva420p" : "yuv420p")
                .Build(),
            WorkFolder = workFolder,
            Inputs = [source],
            Limits = ToolLimits.Decode,
            Read = async (stream, token) =>
            {
                await stream.ReadExactlyAsync(picture.Frame, token);
                if (picture.Alpha is not null)
                {
                    await stream.ReadExactlyAsync(picture.Alpha.AsMemory(0, width * height), token);
                }

                await stream.CopyToAsync(Stream.Null, token);
            },
        };
        try
        {
            await tools.RunAsync(run, cancellationToken);
        }
        catch (Exception failure) when (failure is ToolFailedException or EndOfStreamException)
        {
            throw new RenderException(
                "media_unreadable", $"The picture {Quoted(file.Name)} could not be decoded. Upload it again, or in another format.", failure);
        }

        cache?.Write(identity, picture);
        return Finished(picture);
    }

    private static PlanarPicture Finished(PlanarPicture picture)
    {
        if (picture.Alpha is not null)
        {
            picture.DeriveChromaAlpha();
        }

        return picture;
    }

    private static (double Width, double Height) SizeInCopy(MediaFile file, PictureSegment segment)
    {
        var (width, height) = PictureFilters.SizeOf(file.Info, segment);
        var scale = (double)MediaInspector.SmallCopySide / Math.Max(file.Info.Width, file.Info.Height);
        return (width * scale, height * scale);
    }

    private static int Halvings(MediaFile file, PictureSegment segment, int width, int height)
    {
        if (file.Format.Demuxer != "jpeg_pipe")
        {
            return 0;
        }

        var (fullWidth, fullHeight) = PictureFilters.SizeOf(file.Info, segment);
        var spare = Math.Min(fullWidth / width, fullHeight / height) / SpareForScaling;
        return spare <= 1 ? 0 : Math.Min(MostHalvings, (int)Math.Log2(spare));
    }

    private static string Filters(MediaFile file, PictureSegment segment, int width, int height)
    {
        var filters = PictureFilters.Upright(file.Info.Orientation, segment.Rotation, segment.Flip);
        filters.AddRange(PictureFilters.Crop(segment.Crop));
        var size = string.Create(CultureInfo.InvariantCulture, $"{width}:{height}");
        if (file.Info.HasAlpha)
        {
            // Premultiplied before scaling: what is transparent must not bleed its colour into the edges.
            filters.Add("format=gbrap,premultiply=inplace=1");
            filters.Add($"scale={size}:flags=bicubic+accurate_rnd+full_chroma_inp:out_color_matrix=bt709:out_range=tv,format=yuva420p");
        }
        else
        {
            filters.Add($"scale={size}:flags=bicubic+accurate_rnd+full_chroma_inp:out_color_matrix=bt709:out_range=tv,format=yuv420p");
        }

        return string.Join(',', filters);
    }

    private static string Quoted(string name) => $"\"{name}\"";
}
