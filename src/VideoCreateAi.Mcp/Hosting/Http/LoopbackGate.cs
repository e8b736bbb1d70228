using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>Lets pass what was sent to this machine by its name. A web page whose name was rebound to this address says another
/// name in Host, and a page of any site says its own in Origin.</summary>
internal static class LoopbackGate
{
    private static readonly string[] s_names = ["127.0.0.1", "localhost", "[::1]"];

    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var port = http.Connection.LocalPort.ToString(CultureInfo.InvariantCulture);
        var origin = http.Request.Headers.Origin;
        if (!IsOurs(http.Request.Host.Value, "", port) || (origin.Count > 0 && !(origin.Count == 1 && IsOurs(origin[0], "http://", port))))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(http);
    }

    private static bool IsOurs(string? value, string prefix, string port) =>
        s_names.Any(name => string.Equals(value, $"{prefix}{name}:{port}", StringComparison.OrdinalIgnoreCase));
}
