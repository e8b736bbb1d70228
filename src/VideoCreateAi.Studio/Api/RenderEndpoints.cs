using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Renders;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Telemetry;

namespace VideoCreateAi.Studio.Api;

/// <summary>Exports: start, ask, cancel, fetch.</summary>
/// <param name="admission">Null where there are no others to share with.</param>
internal sealed class RenderEndpoints(
    ApiAccess access, RenderStore renders, IRenderQueue queue, RenderFolders folders, RenderSheets sheets, FontCoverage fonts, RenderAdmission? admission = null)
{
    // As many as a batch has.
    private const int MostRows = 10;

    private static readonly string[] s_attribution =
        [ProtocolHeaders.SkillSource, ProtocolHeaders.SkillVersion, ProtocolHeaders.SkillPlatform];

    private static readonly Dictionary<string, string> s_contentTypes = new()
    {
        [".mp4"] = "video/mp4",
        [".mov"] = "video/quicktime",
        [".webm"] = "video/webm",
        [".gif"] = "image/gif",
        [".mp3"] = "audio/mpeg",
        [".wav"] = "audio/wav",
        [".jpg"] = "image/jpeg",
        [".png"] = "image/png",
    };

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Routes.SubmitRender, (RequestDelegate)SubmitAsync);
        routes.MapGet(Routes.RenderStatusTemplate, (RequestDelegate)StatusAsync);
        routes.MapPost(Routes.CancelRenderTemplate, (RequestDelegate)CancelAsync);
        routes.MapGet(Routes.DownloadRenderTemplate, (RequestDelegate)DownloadAsync);
        routes.MapGet(Routes.StudioSheetTemplate, (RequestDelegate)SheetAsync);
        routes.MapGet(Routes.StudioRows, (RequestDelegate)RowsAsync);
    }

    private async Task SubmitAsync(HttpContext context)
    {
        if (s_attribution.Any(header => string.IsNullOrEmpty(context.Request.Headers[header])))
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status402PaymentRequired, BackendCode.ExportBlockedByPlan, "The attribution headers are missing.");
            return;
        }

        if (await ReadAsync(context) is not { } request || await access.ProjectAsync(context, request.SessionId) is not { } project)
        {
            return;
        }

        if (FaultOf(request) is { } fault)
        {
            await ApiReply.RefuseAsync(context, StatusCodes.Status400BadRequest, 400, fault.Message, fault.Error);
            return;
        }

        var timeline = DraftCodec.ToTimeline(JsonSerializer.Deserialize(request.Draft.GetRawText(), WireJson.Default.Draft)!);
        if (await AddAsync(context, request, project, timeline.Duration) is not { } added)
        {
            return;
        }

        if (added)
        {
            var texts = timeline.TextTracks;
            if (await fonts.NoteAsync(texts.SelectMany(track => track.Segments), CancellationToken.None) is { } note)
            {
                await renders.NoteAsync(request.Id, note, CancellationToken.None);
            }
        }

        if (await renders.FindAsync(request.Id, context.RequestAborted) is { } row && row.UserId == project.UserId)
        {
            if (row.State == RenderState.Queued)
            {
                // Of an earlier submit the disk may have taken the row and not the wake-up.
                await queue.EnqueueAsync(new RenderTicket(request.Id, Round: row.Attempt), CancellationToken.None);
            }

            await WriteAsync(context, row);
        }
        else
        {
            await RefuseUnknownAsync(context);
        }
    }

    /// <returns>Whether it is new; null when it was refused, which is already written.</returns>
    private async Task<bool?> AddAsync(HttpContext context, RenderRequest request, ProjectRecord project, TimeSpan duration)
    {
        var (draft, output) = (request.Draft.GetRawText(), JsonSerializer.Serialize(request.Output, WireJson.Default.RenderOutput));
        if (admission is null)
        {
            return await renders.AddAsync(request.Id, project.SessionId, project.UserId, draft, output, context.RequestAborted);
        }

        switch (await admission.AdmitAsync(request.Id, project.SessionId, project.UserId, draft, output, duration, context.RequestAborted))
        {
            case AdmissionResult.ComeBack later:
                StudioMeter.Refused(later.Error);
                context.Response.Headers.RetryAfter = ((int)later.After.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await ApiReply.RefuseAsync(context, StatusCodes.Status429TooManyRequests, BackendCode.RateLimited, later.Why, later.Error);
                return null;
            case AdmissionResult.OutOfCredits broke:
                StudioMeter.Refused("out_of_credits");
                await ApiReply.RefuseAsync(
                    context, StatusCodes.Status402PaymentRequired, BackendCode.OutOfCredits, $"This export costs {broke.Cost} credits; {broke.Balance} are left.", "out_of_credits");
                return null;
            case AdmissionResult.Taken taken:
                return taken.IsNew;
            case var other:
                throw new InvalidOperationException($"An admission ended as {other.GetType().Name}.");
        }
    }

    private static async Task<RenderRequest?> ReadAsync(HttpContext context)
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync(context.Request.Body, WireJson.Default.RenderRequest, context.RequestAborted) is { } request)
            {
                return request;
            }
        }
        catch (JsonException)
        {
            // Answered below, like a body that holds null.
        }

        await ApiReply.RefuseAsync(context, StatusCodes.Status400BadRequest, 400, "The body is not a render request.", "malformed_request");
        return null;
    }

    private static (string Error, string Message)? FaultOf(RenderRequest request)
    {
        if (!ApiAccess.IsId(request.Id))
        {
            return ("malformed_request", "A render id has letters, digits, _ and -, at most 128 of them.");
        }

        if (OutputSettings.FaultOf(request.Output) is { } message)
        {
            return ("unsupported_output", message);
        }

        try
        {
            var draft = JsonSerializer.Deserialize(request.Draft.GetRawText(), WireJson.Default.Draft);
            return draft is null || DraftCodec.ToTimeline(draft).IsEmpty
                ? ("timeline_empty", "Nothing is on the timeline yet.")
                : null;
        }
        catch (Exception exception) when (exception is JsonException or DraftException)
        {
            return ("malformed_draft", "The draft is not one that the studio can render.");
        }
    }

    private async Task StatusAsync(HttpContext context)
    {
        if (await OwnAsync(context) is { } row)
        {
            await WriteAsync(context, row);
        }
    }

    private async Task CancelAsync(HttpContext context)
    {
        if (await OwnAsync(context) is { } row)
        {
            await renders.RequestCancelAsync(row.Id, context.RequestAborted);
            await WriteAsync(context, (await renders.FindAsync(row.Id, context.RequestAborted))!);
        }
    }

    private async Task DownloadAsync(HttpContext context)
    {
        if (await OwnAsync(context) is not { } row)
        {
            return;
        }

        if (row is not { State: RenderState.Done, File: { } name } || !await folders.HaveAsync(name, context.RequestAborted))
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status404NotFound, BackendCode.NotFound, "There is no finished file of this render.", "render_not_finished");
            return;
        }

        var path = folders.PathOf(name);
        await Results.File(path, s_contentTypes[Path.GetExtension(name)], enableRangeProcessing: true).ExecuteAsync(context);
    }

    private async Task SheetAsync(HttpContext context)
    {
        if (await OwnAsync(context) is not { } row)
        {
            return;
        }

        if (await sheets.OfAsync(row, context.RequestAborted) is { } sheet)
        {
            await ApiReply.OkAsync(context, sheet, WireJson.Default.EnvelopePreviewImage);
        }
        else
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status404NotFound, BackendCode.NotFound, "There is no finished file of this render to draw.", "render_not_finished");
        }
    }

    private async Task RowsAsync(HttpContext context)
    {
        var (ids, numbers) = (context.Request.Query["render"], context.Request.Query["number"]);
        if (ids.Count is 0 or > MostRows || numbers.Count != ids.Count)
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status400BadRequest, 400, $"Name 1 to {MostRows} renders, each with its number.", "invalid_argument");
            return;
        }

        List<(int, RenderRecord)> rows = [];
        foreach (var (id, number) in ids.Zip(numbers))
        {
            if (await OwnAsync(context, id) is not { } row)
            {
                return;
            }

            rows.Add((int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var shown) ? shown : rows.Count + 1, row));
        }

        if (await sheets.RowsOfAsync(rows, context.RequestAborted) is { } sheet)
        {
            await ApiReply.OkAsync(context, sheet, WireJson.Default.EnvelopePreviewImage);
        }
        else
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status404NotFound, BackendCode.NotFound, "Not all of these renders have a finished file to draw.", "render_not_finished");
        }
    }

    /// <summary>The caller's render that the route names; a refusal is already written when it is null.</summary>
    private Task<RenderRecord?> OwnAsync(HttpContext context) => OwnAsync(context, (string?)context.Request.RouteValues["render"]);

    private async Task<RenderRecord?> OwnAsync(HttpContext context, string? id)
    {
        if (await access.UserAsync(context) is not { } user)
        {
            return null;
        }

        if (ApiAccess.IsId(id) && await renders.FindAsync(id!, context.RequestAborted) is { } row && row.UserId == user)
        {
            return row;
        }

        await RefuseUnknownAsync(context);
        return null;
    }

    private static Task RefuseUnknownAsync(HttpContext context) =>
        ApiReply.RefuseAsync(context, StatusCodes.Status404NotFound, BackendCode.NotFound, "There is no such render.", "render_not_found");

    private static Task WriteAsync(HttpContext context, RenderRecord row) => context.Response.WriteAsJsonAsync(
        new RenderEnvelope { Success = true, Data = StatusOf(row) }, WireJson.Default.RenderEnvelope, cancellationToken: context.RequestAborted);

    private static RenderStatus StatusOf(RenderRecord row) => new()
    {
        Id = row.Id,
        Status = row.State switch
        {
            RenderState.Queued when row.Stage is null => RenderStatus.Pending,
            RenderState.Queued or RenderState.Running or RenderState.Offered => RenderStatus.Processing,
            RenderState.Done => RenderStatus.Completed,
            RenderState.Cancelled => RenderStatus.Cancelled,
            _ => RenderStatus.Failed,
        },
        Progress = Math.Round(row.Progress * 100, 1),
        SecondsLeft = row.State == RenderState.Running && row.Left is { } left ? Math.Ceiling(left.TotalSeconds) : null,
        OutputUrl = row.State == RenderState.Done ? Routes.DownloadRender(row.Id) : null,
        CreatedAt = row.Created,
        CompletedAt = row.Ended,
        Error = row.Error,
        ErrorCode = row.ErrorCode,
        Size = row.Bytes,
        Width = row.Width,
        Height = row.Height,
        Duration = row.Duration?.TotalSeconds,
        Notes = string.IsNullOrEmpty(row.Notes) ? null : row.Notes.Split('\n'),
    };
}
