using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.Benchmarks;

/// <summary>A backend for one client that measures itself: takes everything, and gives as much as is asked for.</summary>
internal static class MemoryBackend
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        app.Map(Routes.State("s1"), context => context.Response.WriteAsync("""{"code":0,"data":{"state":{}}}"""));
        app.Map(Routes.Upload("s1"), async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            await context.Response.WriteAsync("""{"code":0,"data":{"files":[{"filename":"a.mp4"}]}}""");
        });
        app.Map(Routes.RunSse, async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var isLarge = (await reader.ReadToEndAsync()).Contains("large", StringComparison.Ordinal);
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: {\"type\":\"text\",\"content\":\"");
            await GiveAsync(context, isLarge ? MemoryCase.LineBytes : 100);
            await context.Response.WriteAsync("\"}\n\n");
        });
        app.Map(Routes.DownloadRender("large"), context => FileAsync(context, MemoryCase.DownloadBytes));
        app.Map(Routes.DownloadRender("small"), context => FileAsync(context, 16 * 1024));
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync(CancellationToken.None);
    }

    private static Task FileAsync(HttpContext context, long length)
    {
        context.Response.ContentType = "video/mp4";
        context.Response.ContentLength = length;
        return GiveAsync(context, length);
    }

    private static async Task GiveAsync(HttpContext context, long length)
    {
        var piece = new byte[64 * 1024];
        piece.AsSpan().Fill((byte)'x');
        for (var left = length; left > 0 && !context.RequestAborted.IsCancellationRequested; left -= piece.Length)
        {
            await context.Response.Body.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)));
        }
    }
}
