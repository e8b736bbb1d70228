using System.Text;
using Microsoft.AspNetCore.Http;

namespace VideoCreateAi.TestKit.Cloud;

/// <summary>How a scripted cloud puts its answers: in every form but the studio's, and never with a length.</summary>
internal static class CloudReplies
{
    /// <summary>Bytes go out in pieces of this size, so that letters and line ends are cut.</summary>
    private const int PieceBytes = 37;

    public static Task BareAsync(this HttpResponse response, string json) => WriteAsync(response, 200, "application/json; charset=utf-8", json);

    public static Task WrappedAsync(this HttpResponse response, string json) =>
        WriteAsync(response, 200, "application/json", $$"""{"success":true,"request_id":"req_1","data":{{json}}}""");

    /// <summary>A no with the status of a yes, and the code as text.</summary>
    public static Task NoAsync(this HttpResponse response, int code, string message) =>
        WriteAsync(response, 200, "application/json", $$"""{"code":"{{code}}","message":"{{message}}","data":null}""");

    public static Task DetailAsync(this HttpResponse response, int status, string detail) =>
        WriteAsync(response, status, "application/json", $$"""{"detail":"{{detail}}"}""");

    public static Task PageAsync(this HttpResponse response, int status, string title) =>
        WriteAsync(response, status, "text/html", $"<!doctype html><html><head><title>{title}</title></head><body><center><h1>{title}</h1></center></body></html>");

    public static async Task WriteAsync(HttpResponse response, int status, string mediaType, string body)
    {
        response.StatusCode = status;
        response.ContentType = mediaType;
        await response.StartAsync();
        await response.WriteInPiecesAsync(Encoding.UTF8.GetBytes(body));
    }

    public static async Task WriteInPiecesAsync(this HttpResponse response, ReadOnlyMemory<byte> bytes, int size = PieceBytes)
    {
        for (var at = 0; at < bytes.Length; at += size)
        {
            await response.Body.WriteAsync(bytes.Slice(at, Math.Min(size, bytes.Length - at)));
            await response.Body.FlushAsync();
        }
    }
}
