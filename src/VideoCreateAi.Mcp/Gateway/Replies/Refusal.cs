using System.Net;

namespace VideoCreateAi.Mcp.Gateway.Replies;

/// <summary>A no of the backend, taken out of whatever form it came in.</summary>
internal sealed record Refusal
{
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>The code of the envelope; null when it had none.</summary>
    public int? Code { get; init; }

    /// <summary>The backend's own stable word for the reason, such as <c>timeline_empty</c>.</summary>
    public string? Word { get; init; }

    /// <summary>The backend's sentence, untrusted.</summary>
    public string? Text { get; init; }

    /// <summary>False for HTML, nothing and noise: then something between us and the backend may have spoken.</summary>
    public bool IsJson { get; init; }

    public TimeSpan? RetryAfter { get; init; }
}
