using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>Decodes a still once, turned, cropped and scaled, into planes.</summary>
/// <param name="cache">For previews: keeps what was decoded, and lets large pictures be taken from their small copies. Null = a render.</param>
/// <param name="decoding">Lets only some decode at once: each takes up to 100 MB, large photographs twice that. Null = all may.</param>
/// <param name="isQuick">Not every sample counts: large photographs are decoded at a fraction of their size, as previews always do.</param>
internal sealed class StillLoader(IToolRunner tools, StillCache? cache = null, SemaphoreSlim? decoding = null, bool isQuick = false)
{
    // A JPEG's blocks of 8 can be decoded as 4, 2 or 1.
    private const int MostHalvings = 3;
    private const double SpareForScaling = 1.3;

    /// <summary>Has stills decoded into the cache, several at a time: the start of the decoder costs more than a small picture does.
    /// One that cannot be decoded is left for <see cref="LoadAsync"/> to tell of.</summary>
    public async Task PrepareAsync(IReadOnlyList<StillRequest> wanted, string workFolder, int atOnce, CancellationToken cancellationToken)
    {
        if (cache is not { IsKeeping: true })
        {
            return;
        }

        var missing = wanted.Where(one => !cache.Has(IdentityOf(one), one.Width, one.Height)).DistinctBy(IdentityOf).ToList();
        var shares = Enumerable.Range(0, atOnce).Select(share => missing.Where((_, i) => i % atOnce == share).ToList()).Where(share => share.Count > 1);
        await Parallel.ForEachAsync(shares, cancellationToken, async (share, token) => await PrepareAsync(share, workFolder, token));
    }

    /// <param name="at">For one picture of a clip: where.</param>
    public async Task<PlanarPicture> LoadAsync(
        MediaFile file, PictureSegment segment, int width, int height, string workFolder, CancellationToken cancellationToken, TimeSpan? at = null)
    {
        var picture = new PlanarPicture(width, height, file.Info.HasAlpha);
        var filters = Filters(file, segment, width, height);
        var identity = IdentityOf(file, filters, at);
        if (cache?.TryRead(identity, picture) == true)
        {
            return Finished(picture);
        }

        var arguments = new FfmpegArguments();
        var source = AddInput(arguments, file, segment, width, height, at);
        var run = new ToolRun
        {
            Tool = MediaTool.Ffmpeg,
            Arguments = arguments
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
            await DecodeAsync(run, cancellationToken);
        }
        catch (Exception failure) when (failure is ToolFailedException or EndOfStreamException)
        {
            throw new RenderException(
                "media_unreadable", $"The picture {Quoted(file.Name)} could not be decoded. Upload it again, or in another format.", failure);
        }

        cache?.Write(identity, picture);
        return Finished(picture);
    }

    private async Task PrepareAsync(List<StillRequest> share, string workFolder, CancellationToken cancellationToken)
    {
        var arguments = new FfmpegArguments();
        var sources = share.Select(one => AddInput(arguments, one.File, one.Segment, one.Width, one.Height, at: null)).ToList();
        List<string> paths = [];
        for (var i = 0; i < share.Count; i++)
        {
            paths.Add(Path.Combine(workFolder, $"{Guid.NewGuid():N}.yuv"));
            arguments.Map(FormattableString.Invariant($"{i}:v:0"))
                .VideoFilter(Filters(share[i].File, share[i].Segment, share[i].Width, share[i].Height))
                .Frames(1).PixelFormat("yuv420p").Output("rawvideo", paths[i]);
        }

        try
        {
            await DecodeAsync(
                new ToolRun
                {
                    Tool = MediaTool.Ffmpeg, Arguments = arguments.Build(), WorkFolder = workFolder, Inputs = [.. sources.Distinct()], Limits = ToolLimits.Decode,
                },
                cancellationToken);
        }
        catch (ToolFailedException)
        {
            // One of them is broken; which one shows when each is loaded by itself.
        }

        for (var i = 0; i < share.Count; i++)
        {
            var picture = new PlanarPicture(share[i].Width, share[i].Height);
            if (new FileInfo(paths[i]) is { Exists: true } made && made.Length == picture.FrameBytes)
            {
                await using var content = made.OpenRead();
                await content.ReadExactlyAsync(picture.Frame, cancellationToken);
                cache!.Write(IdentityOf(share[i]), picture);
            }

            File.Delete(paths[i]);
        }
    }

    private async Task DecodeAsync(ToolRun run, CancellationToken cancellationToken)
    {
        if (decoding is null)
        {
            await tools.RunAsync(run, cancellationToken);
            return;
        }

        await decoding.WaitAsync(cancellationToken);
        try
        {
            await tools.RunAsync(run, cancellationToken);
        }
        finally
        {
            decoding.Release();
        }
    }

    /// <returns>The file that is read: the picture itself, or its small copy where that has enough of it.</returns>
    private string AddInput(FfmpegArguments arguments, MediaFile file, PictureSegment segment, int width, int height, TimeSpan? at)
    {
        var (source, demuxer) = (file.Path, file.Format.Demuxer);
        if (cache is not null && file.SmallCopyPath is { } copy && SizeInCopy(file, segment) is var (copyWidth, copyHeight) && copyWidth >= width && copyHeight >= height)
        {
            (source, demuxer) = (copy, MediaFormats.Jpeg.Demuxer);
        }
        else if ((isQuick || cache is not null) && Halvings(file, segment, width, height) is > 0 and var halvings)
        {
            arguments.Option("lowres", halvings);
        }

        arguments.ForcedInput(demuxer, source, file.Kind == MediaKind.Image ? InputGuards.Picture : InputGuards.Clip, at);
        return source;
    }

    private static string IdentityOf(StillRequest one) => IdentityOf(one.File, Filters(one.File, one.Segment, one.Width, one.Height), at: null);

    private static string IdentityOf(MediaFile file, string filters, TimeSpan? at) => FormattableString.Invariant($"{file.Id}|{file.Hash}|{at?.Ticks}|{filters}");

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
        if (file.Info.HasAlpha)
        {
            // Premultiplied before scaling: what is transparent must not bleed its colour into the edges.
            filters.Add("format=gbrap,premultiply=inplace=1");
            filters.Add(PictureFilters.Scale(file, width, height) + ",format=yuva420p");
        }
        else
        {
            filters.Add(PictureFilters.Scale(file, width, height) + ",format=yuv420p");
        }

        return string.Join(',', filters);
    }

    private static string Quoted(string name) => $"\"{name}\"";
}
