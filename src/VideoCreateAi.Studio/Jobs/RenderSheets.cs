using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Preview;
using VideoCreateAi.Studio.Store;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Jobs;

/// <summary>The contact sheets of finished files: drawn when first asked for, kept beside the file.</summary>
internal sealed partial class RenderSheets(RenderFolders folders, TimelinePreview previews, RowSheet rows, ILogger<RenderSheets> logger) : IDisposable
{
    // Two who ask at once would draw the same sheet twice.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <returns>Null when the file is gone or no picture can be made of it.</returns>
    public async Task<PreviewImage?> OfAsync(RenderRecord row, CancellationToken cancellationToken)
    {
        if (row is not { State: RenderState.Done, File: { } name } || IsSound(name) || !await folders.HaveAsync(name, cancellationToken))
        {
            return null;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await ReadAsync(name, cancellationToken) ?? await DrawAsync(row, name, cancellationToken);
        }
        catch (Exception failure) when (failure is RenderException or ToolFailedException or ToolMissingException or IOException)
        {
            // The file itself is finished, and that is what was asked for.
            LogNotDrawn(row.Id, failure);
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>One sheet of several, each with its number.</summary>
    /// <returns>Null when a file is gone or no picture can be made of it.</returns>
    public async Task<PreviewImage?> RowsOfAsync(IReadOnlyList<(int Number, RenderRecord Row)> renders, CancellationToken cancellationToken)
    {
        foreach (var (_, row) in renders)
        {
            if (row is not { State: RenderState.Done, File: { } name } || !await folders.HaveAsync(name, cancellationToken))
            {
                return null;
            }
        }

        await _turn.WaitAsync(cancellationToken);
        var scratch = folders.NewScratch("rows_" + renders[0].Row.Id, renders[0].Row.Attempt);
        try
        {
            var picture = await rows.DrawAsync([.. renders.Select(render => (render.Number, FileOf(render.Row, render.Row.File!)))], scratch, cancellationToken);
            return new PreviewImage
            {
                Jpeg = picture.Jpeg, Width = picture.Width, Height = picture.Height,
                TimesMilliseconds = [.. picture.Times.Select(time => (long)Math.Round(time.TotalMilliseconds))],
            };
        }
        catch (Exception failure) when (failure is RenderException or ToolFailedException or ToolMissingException or IOException)
        {
            LogNotDrawn(renders[0].Row.Id, failure);
            return null;
        }
        finally
        {
            RenderFolders.Remove(scratch);
            _turn.Release();
        }
    }

    /// <summary>Drops what is kept, between two drawings.</summary>
    public async Task<FolderTally> ClearAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return folders.RemoveSheets();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<PreviewImage> DrawAsync(RenderRecord row, string name, CancellationToken cancellationToken)
    {
        var timeline = TimelineOf(row);
        var file = FileOf(row, name);
        var scratch = folders.NewScratch("sheet_" + row.Id, row.Attempt);
        try
        {
            var picture = file.Kind == MediaKind.Image
                ? await previews.FilePictureAsync(file, scratch, cancellationToken)
                : await previews.FileSheetAsync(timeline, file, scratch, cancellationToken);
            var image = PreviewCodec.ToWire(picture, timeline);
            var part = Path.Combine(scratch, "sheet.json");
            await File.WriteAllBytesAsync(part, JsonSerializer.SerializeToUtf8Bytes(image, WireJson.Default.PreviewImage), cancellationToken);
            File.Move(part, folders.SheetOf(name), overwrite: true);
            return image;
        }
        finally
        {
            RenderFolders.Remove(scratch);
        }
    }

    private static VideoTimeline TimelineOf(RenderRecord row) => DraftCodec.ToTimeline(JsonSerializer.Deserialize(row.Draft, WireJson.Default.Draft)!);

    private MediaFile FileOf(RenderRecord row, string name)
    {
        var timeline = TimelineOf(row);
        var format = FormatOf(Path.GetExtension(name));
        return new MediaFile
        {
            Id = row.Id,
            Name = name,
            Format = format,
            Path = folders.PathOf(name),
            Info = new MediaInfo
            {
                Width = row.Width ?? timeline.Canvas.Width,
                Height = row.Height ?? timeline.Canvas.Height,
                Duration = row.Duration ?? timeline.Duration,
                ColorMatrix = format.Kind == MediaKind.Image ? null : RenderedFile.ColorMatrix,
            },
            Bytes = row.Bytes ?? 0,
            Hash = "",
        };
    }

    private async Task<PreviewImage?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var path = folders.SheetOf(name);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(await File.ReadAllBytesAsync(path, cancellationToken), WireJson.Default.PreviewImage);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSound(string name) => Path.GetExtension(name) is ".mp3" or ".wav";

    private static MediaFormat FormatOf(string extension) => extension switch
    {
        ".webm" => new MediaFormat("webm", MediaKind.Video, "matroska"),
        ".jpg" => MediaFormats.Jpeg,
        ".png" => MediaFormats.Png,
        ".gif" => new MediaFormat("gif", MediaKind.Video, "gif"),
        _ => new MediaFormat("mp4", MediaKind.Video, "mov"),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "No sheet of render {RenderId} could be drawn.")]
    private partial void LogNotDrawn(string renderId, Exception exception);
}
