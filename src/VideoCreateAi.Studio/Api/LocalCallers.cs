using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace VideoCreateAi.Studio.Api;

/// <summary>On a port any web page can knock: by a name of its own that was rebound to this machine, or from its own origin.
/// Only what was sent to this machine by its name, and by no page, passes. On the socket there is no such caller.</summary>
internal static class LocalCallers
{
    private static readonly string[] s_names = ["127.0.0.1", "localhost", "[::1]"];

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var port = context.Connection.LocalPort.ToString(CultureInfo.InvariantCulture);
        if (context.Request.Headers.Origin.Count > 0
            || !s_names.Any(name => $"{name}:{port}".Equals(context.Request.Host.Value, StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
