using System.Net;
using System.Text.Json;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.Mcp.Gateway.Replies;

/// <summary>A REST reply in any envelope that the protocol lists: data, or a refusal.</summary>
internal sealed class Reply : IDisposable
{
    public const string TooLarge = "The backend's reply is larger than this program reads, so it was not used.";

    private readonly JsonDocument? _document;

    private Reply(JsonDocument? document, JsonElement data, Refusal? refusal)
    {
        _document = document;
        Data = data;
        Refusal = refusal;
    }

    /// <summary>Valid until this is disposed.</summary>
    public JsonElement Data { get; }

    /// <summary>Null = it said yes.</summary>
    public Refusal? Refusal { get; }

    public static async Task<Reply> ReadAsync(
        HttpResponseMessage response, int limit, int errorLimit, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NoContent)
        {
            // A yes that has nothing to add, as some backends give to a cancel.
            return new Reply(null, default, refusal: null);
        }

        var success = response.IsSuccessStatusCode;
        var (body, isCut) = await BoundedBody.ReadAsync(response.Content, success ? limit : errorLimit, cancellationToken);
        if (success && isCut)
        {
            throw new BackendException(BackendFault.ReplyInvalid, TooLarge);
        }

        return Parse(body, response.StatusCode, RetryAfter.Of(response, clock));
    }

    public static Reply Parse(ReadOnlyMemory<byte> body, HttpStatusCode status, TimeSpan? retryAfter = null)
    {
        var bare = new Refusal { Status = status, RetryAfter = retryAfter };
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(WithoutMark(body), JsonFields.Limits);
        }
        catch (JsonException)
        {
            return new Reply(null, default, bare);
        }

        var root = document.RootElement;
        var refusal = RefusalIn(root, bare with { IsJson = true });
        var data = root.Field("data") is { } inner && (root.Field("code") is not null || root.Flag("success") is not null)
            ? inner
            : root;
        return new Reply(document, data, refusal);
    }

    /// <summary>The refusal that a JSON object speaks, null when it speaks none.</summary>
    public static Refusal? RefusalIn(JsonElement root, Refusal bare)
    {
        var failed = !((int)bare.Status is >= 200 and < 300);
        var code = root.Integer("code");
        var error = root.Field("error");
        var isRefused = failed
            || code is not (null or BackendCode.Success)
            || root.Flag("success") == false
            || (code is null && root.Flag("success") is null && root.Field("data") is null && root.Field("id", "taskId", "status") is null
                && (error is not null || root.Field("detail") is not null));
        if (!isRefused)
        {
            return null;
        }

        var text = root.Text("message", "detail") ?? root.Text("error") ?? error?.Text("message");
        return bare with
        {
            Code = code is BackendCode.Success ? null : code ?? error?.Integer("code") ?? root.Field("detail")?.Integer("code"),
            Word = BackendIds.IsPlain(root.Text("error")) ? root.Text("error") : null,
            Text = text,
        };
    }

    public void Dispose() => _document?.Dispose();

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? body[3..] : body;
}
