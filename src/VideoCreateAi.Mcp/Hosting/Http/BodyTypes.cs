using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>The media types of requests and answers.</summary>
internal static class BodyTypes
{
    public const string Json = "application/json";
    public const string Events = "text/event-stream";

    private static readonly MediaTypeHeaderValue s_json = new(Json);
    private static readonly MediaTypeHeaderValue s_events = new(Events);

    /// <summary>A form or plain text is what a web page could send without asking first.</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.All(packed => "identity".Equals(packed, StringComparison.OrdinalIgnoreCase));

    /// <summary>Somebody in between may have believed the other one, and taken a part of the body for a request of its own.
    /// Kestrel goes by the pieces, and keeps the length under another name.</summary>
    public static bool HasTwoLengths(HttpRequest request) => request.Headers.TransferEncoding.Count > 0 && request.Headers.ContainsKey("X-Content-Length");

    /// <summary>A POST may be answered in either form, so its client must take both.</summary>
    public static bool TakesBoth(HttpRequest request) => Takes(request, s_json) && Takes(request, s_events);

    public static bool TakesEvents(HttpRequest request) => Takes(request, s_events);

    private static bool Takes(HttpRequest request, MediaTypeHeaderValue type) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) && accepted.Any(type.IsSubsetOf);
}
