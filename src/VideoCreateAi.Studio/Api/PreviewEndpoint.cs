using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Rendering.Preview;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Api;

/// <summary>Small pictures of a project's timeline, without a render.</summary>
internal sealed class PreviewEndpoint(
    ApiAccess access, ProjectStore projects, TimelinePreview previews, IMediaFiles media, RenderFolders folders) : IDisposable
{
    // Each preview uses both cores for a moment; a second one at the same time makes both late.
    private readonly SemaphoreSlim _turn = new(1, 1);

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(Routes.StudioPreviewTemplate, (RequestDelegate)PreviewAsync);

    public void Dispose() => _turn.Dispose();

    private async Task PreviewAsync(HttpContext context)
    {
        if (await access.ProjectAsync(context) is not { } project || await ReadAsync(context) is not { } request)
        {
            return;
        }

        if (FaultOf(request) is { } fault)
        {
            await ApiReply.RefuseAsync(context, StatusCodes.Status400BadRequest, 400, fault, "invalid_preview");
            return;
        }

        VideoTimeline timeline;
        try
        {
            var draft = request.Draft?.GetRawText()
                ?? (await projects.VersionAsync(project.SessionId, project.Head, context.RequestAborted))?.Draft
                ?? "{}";
            timeline = DraftCodec.ToTimeline(JsonSerializer.Deserialize(draft, WireJson.Default.Draft)!);
        }
        catch (Exception exception) when (exception is JsonException or DraftException)
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status400BadRequest, 400, "The draft is not one that the studio can draw.", "malformed_draft");
            return;
        }

        if (timeline.IsEmpty || timeline.Duration <= TimeSpan.Zero)
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status400BadRequest, 400, "Nothing is on the timeline yet.", "timeline_empty");
            return;
        }

        try
        {
            await ApiReply.OkAsync(context, await DrawAsync(timeline, request, context.RequestAborted), WireJson.Default.EnvelopePreviewImage);
        }
        catch (ToolMissingException missing)
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status500InternalServerError, BackendCode.Internal, missing.Message, "ffmpeg_missing");
        }
        catch (ToolFailedException failure)
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status500InternalServerError, BackendCode.Internal, failure.Message, "preview_failed");
        }
    }

    private async Task<PreviewImage> DrawAsync(VideoTimeline timeline, PreviewRequest request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        var scratch = folders.NewScratch("preview_" + Guid.NewGuid().ToString("N"), 1);
        try
        {
            await media.HaveAsync([.. timeline.Sources()], withContent: true, cancellationToken);
            var picture = request.MomentsMilliseconds is { } moments
                ? await previews.StripAsync(timeline, media, [.. moments.Select(moment => TimeSpan.FromMilliseconds(moment))], request.Side, scratch, cancellationToken)
                : request.AtMilliseconds is { } at
                ? await previews.FrameAsync(timeline, media, TimeSpan.FromMilliseconds(at), request.Side, scratch, cancellationToken)
                : await previews.SheetAsync(timeline, media, request.Tiles, request.Side, scratch, cancellationToken);
            return PreviewCodec.ToWire(picture, timeline);
        }
        finally
        {
            RenderFolders.Remove(scratch);
            _turn.Release();
        }
    }

    private static async Task<PreviewRequest?> ReadAsync(HttpContext context)
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync(context.Request.Body, WireJson.Default.PreviewRequest, context.RequestAborted) is { } request)
            {
                return request;
            }
        }
        catch (JsonException)
        {
            // Answered below, like a body that holds null.
        }

        await ApiReply.RefuseAsync(context, StatusCodes.Status400BadRequest, 400, "The body is not a preview request.", "malformed_request");
        return null;
    }

    private static string? FaultOf(PreviewRequest request) => request.MomentsMilliseconds is { } moments ? FaultOfStrip(request, moments) : request switch
    {
        { Tiles: < 1 or > PreviewRequest.MostTiles } => $"tiles is {request.Tiles}; it must be 1 to {PreviewRequest.MostTiles}.",
        { Side: < PreviewRequest.SmallestSide or > PreviewRequest.LargestSide } =>
            $"side is {request.Side}; it must be {PreviewRequest.SmallestSide} to {PreviewRequest.LargestSide}.",
        { AtMilliseconds: null, Side: < PreviewRequest.SmallestSheetSide } =>
            $"side is {request.Side}; for a sheet it must be {PreviewRequest.SmallestSheetSide} to {PreviewRequest.LargestSide}.",
        { AtMilliseconds: < 0 or > PreviewRequest.LatestMilliseconds } => "at_ms is not a time on a timeline.",
        { AtMilliseconds: not null, Tiles: not null } => "Give at_ms for one frame or tiles for a sheet, not both.",
        _ => null,
    };

    private static string? FaultOfStrip(PreviewRequest request, IReadOnlyList<long> moments) => request switch
    {
        { AtMilliseconds: not null } or { Tiles: not null } => "Give moments_ms for a strip, and neither at_ms nor tiles.",
        { Side: < PreviewRequest.SmallestStripSide or > PreviewRequest.LargestStripSide } =>
            $"side is {request.Side}; for a strip it must be {PreviewRequest.SmallestStripSide} to {PreviewRequest.LargestStripSide}.",
        _ when moments.Count is 0 or > PreviewRequest.MostMoments => $"moments_ms has {moments.Count} times; it must have 1 to {PreviewRequest.MostMoments}.",
        _ when moments.Any(moment => moment is < 0 or > PreviewRequest.LatestMilliseconds) || moments.Zip(moments.Skip(1)).Any(pair => pair.First > pair.Second) =>
            "moments_ms must be ascending times on a timeline.",
        _ => null,
    };
}
