using System.Buffers;
using System.Text.Json;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    private const string SubmitLost =
        "The connection broke while the export was handed over, and the backend does not say whether it took it. Nothing was charged; ask for the job again in a minute.";

    private static readonly TimeSpan s_settlePause = TimeSpan.FromSeconds(5);

    /// <summary>Starts a render under an id that the caller chose and wrote down. A lost reply is settled by asking for
    /// the id, and by one more submit with the same id when the backend does not come to know it.</summary>
    public async Task<RenderStatus> SubmitRenderAsync(
        string renderId, string sessionId, RawDraft draft, RenderOutput output, CancellationToken cancellationToken)
    {
        var body = RenderBody(RenderId(renderId), SessionId(sessionId), draft, output);
        try
        {
            return await PostRenderAsync(renderId, body, cancellationToken);
        }
        catch (BackendException exception) when (exception.Fault is BackendFault.OutcomeUnknown or BackendFault.Conflict or BackendFault.ReplyInvalid)
        {
            if (await FindRenderAsync(renderId, cancellationToken) is { } found)
            {
                return found;
            }

            if (exception.Fault != BackendFault.OutcomeUnknown)
            {
                throw;
            }

            try
            {
                return await PostRenderAsync(renderId, body, cancellationToken);
            }
            catch (BackendException second) when (SaysNothing(second.Fault))
            {
                // Of the first submit nothing is known still.
                throw new BackendException(exception.Fault, exception.Message, second);
            }
        }
    }

    /// <returns>Null when the backend does not know the id.</returns>
    public async Task<RenderStatus?> GetRenderAsync(string renderId, CancellationToken cancellationToken)
    {
        var path = Routes.RenderStatus(RenderId(renderId));
        try
        {
            return await CallAsync(() => Get(path), Read(CallScope.Render), data => ReadRender(data, renderId), cancellationToken);
        }
        catch (BackendException exception) when (exception.Fault == BackendFault.NotFound)
        {
            return null;
        }
    }

    public async Task CancelRenderAsync(string renderId, CancellationToken cancellationToken)
    {
        var path = Routes.CancelRender(RenderId(renderId));
        try
        {
            await CallAsync(
                () => Post(path),
                Change(CallScope.Render, mayReplay: true, "The connection broke while the render was cancelled. Ask for its state to see whether it stopped."),
                _ => true,
                cancellationToken);
        }
        catch (BackendException exception) when (exception.Fault is BackendFault.ReplyInvalid or BackendFault.OutcomeUnknown)
        {
            // The protocol does not say what is answered here, and an empty body is no proof: the render's own state is.
            if (await GetRenderAsync(renderId, cancellationToken) is not { Status: RenderStatus.Cancelled })
            {
                throw;
            }
        }
    }

    private Task<RenderStatus> PostRenderAsync(string renderId, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) => CallAsync(
        () => Post(Routes.SubmitRender, body),
        Change(CallScope.Session, mayReplay: true, SubmitLost),
        data => ReadRender(data, renderId),
        cancellationToken);

    /// <summary>Asks for an id whose submit got no clear reply, until it is known or the time for that is over.</summary>
    private async Task<RenderStatus?> FindRenderAsync(string renderId, CancellationToken cancellationToken)
    {
        var start = _clock.GetTimestamp();
        while (true)
        {
            BackendException? unanswered = null;
            try
            {
                if (await GetRenderAsync(renderId, cancellationToken) is { } found)
                {
                    return found;
                }
            }
            catch (BackendException exception) when (SaysNothing(exception.Fault))
            {
                unanswered = exception;
            }

            if (_clock.GetElapsedTime(start) >= _options.SubmitGrace)
            {
                return unanswered is null ? null : throw new BackendException(BackendFault.OutcomeUnknown, SubmitLost, unanswered);
            }

            await Task.Delay(s_settlePause, _clock, cancellationToken);
        }
    }

    /// <summary>A failure that tells nothing about a render.</summary>
    private static bool SaysNothing(BackendFault fault) =>
        fault is BackendFault.BackendUnreachable or BackendFault.BackendError or BackendFault.ReplyInvalid or BackendFault.RateLimited;

    /// <summary>The draft goes in as the bytes that came out of the state, untouched.</summary>
    private static ReadOnlyMemory<byte> RenderBody(string renderId, string sessionId, RawDraft draft, RenderOutput output)
    {
        var body = new ArrayBufferWriter<byte>(draft.Utf8.Length + 512);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("id", renderId);
            json.WriteString("sessionId", sessionId);
            json.WritePropertyName("draft");
            json.WriteRawValue(draft.Utf8.Span, skipInputValidation: true);
            json.WritePropertyName("output");
            JsonSerializer.Serialize(json, output, WireJson.Default.RenderOutput);
            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }

    /// <summary>Both forms of the protocol, in the words of the first.</summary>
    private RenderStatus ReadRender(JsonElement data, string renderId)
    {
        if (data.ValueKind != JsonValueKind.Object)
        {
            throw Unreadable("the render");
        }

        var output = data.Field("output") is { ValueKind: JsonValueKind.Object } inner ? inner : data;
        return new RenderStatus
        {
            Id = renderId,
            Status = StatusWord(data.Text("status")),
            Progress = Math.Clamp(data.Number("progress") ?? 0, 0, 100),
            SecondsLeft = data.Number("secondsLeft") is > 0 and < 86_400 and var left ? left : null,
            OutputUrl = ReadAddress(data.Text("outputUrl", "output_url") ?? output.Text("url")),
            CreatedAt = data.Time("createdAt", "created_at"),
            CompletedAt = data.Time("completedAt", "completed_at"),
            Error = PlainWords.Of(Clean(data.Text("error") ?? data.Field("error")?.Text("message"))),
            ErrorCode = IsUsable(data.Text("errorCode", "error_code")) ? data.Text("errorCode", "error_code") : null,
            Size = data.Long("size") ?? output.Long("size"),
            Width = data.Integer("width") ?? output.Integer("width"),
            Height = data.Integer("height") ?? output.Integer("height"),
            Duration = data.Number("duration") ?? output.Number("duration"),
            Notes = ReadNotes(data),
        };
    }

    private static string StatusWord(string? word) => word?.ToLowerInvariant() switch
    {
        RenderStatus.Pending => RenderStatus.Pending,
        RenderStatus.Completed => RenderStatus.Completed,
        RenderStatus.Failed => RenderStatus.Failed,
        RenderStatus.Cancelled or "canceled" => RenderStatus.Cancelled,

        // A word that is not known is no end: the poll goes on until it is one.
        _ => RenderStatus.Processing,
    };

    /// <summary>An address that holds the token is not opened, wherever it leads: none of ours ever does.</summary>
    private string? ReadAddress(string? address) => Redactor().IsIn(address) ? null : address;

    private List<string>? ReadNotes(JsonElement data)
    {
        List<string>? notes = null;
        foreach (var item in data.Items("notes"))
        {
            if (PlainWords.Of(Clean(item.AsText())) is { } note)
            {
                (notes ??= []).Add(note);
            }
        }

        return notes;
    }
}
