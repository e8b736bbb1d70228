using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>What answers in place of the studio of a data directory and draws nothing: programs that only want pictures of their
/// finished files do not start a real one then, and do without.</summary>
internal sealed class IdleStudio : IAsyncDisposable
{
    private readonly WebApplication _app;

    private IdleStudio(WebApplication app)
    {
        _app = app;
    }

    public static async Task<IdleStudio> StartAsync(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(Path.Combine(dataFolder, "studio.sock")));
        var app = builder.Build();
        app.Run(context => context.Request.Path == "/studio/version"
            ? context.Response.WriteAsync("""{"code":0,"data":{"version":"99.0.0","data_format":1,"pid":1,"draining":false}}""")
            : RefuseAsync(context));
        await app.StartAsync();
        return new IdleStudio(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return context.Response.WriteAsync("""{"code":404,"message":"nothing is drawn here"}""");
    }
}
