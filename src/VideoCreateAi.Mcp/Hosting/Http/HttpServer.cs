using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Mcp.Hosting.Logging;
using VideoCreateAi.Mcp.Hosting.Telemetry;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>MCP over HTTP for several clients of one user on this machine.</summary>
internal static class HttpServer
{
    /// <summary>Whoever stops a service kills it soon after.</summary>
    private static readonly TimeSpan s_shutdownLimit = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan s_telemetryLimit = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(ServerSettings settings, int port, CancellationToken cancellationToken)
    {
        if (SettingsCheck.Faults(settings) is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
            {
                await Console.Error.WriteLineAsync($"videocreateai: {fault}");
            }

            return 2;
        }

        // Asked before anything is built: a server that cannot listen must not have begun to look after jobs.
        if (!IsFree(port))
        {
            return await TellTakenAsync(port);
        }

        BearerToken token;
        try
        {
            PrivateFile.CreateFolder(settings.DataFolder);
            token = await BearerToken.OpenAsync(settings.DataFolder, TimeProvider.System, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"videocreateai: the access token cannot be kept in the data directory: {fault.Message}");
            return 2;
        }

        await using var telemetry = TelemetrySetup.Begin("videocreateai-mcp", instance: null, s_telemetryLimit);
        await using var app = Build(settings, token, port, new HttpLimits());
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException)
        {
            // Somebody was faster.
            return await TellTakenAsync(port);
        }

        await Console.Error.WriteLineAsync($"videocreateai: MCP over HTTP at {AddressOf(app)}. Send \"Authorization: Bearer\" with the token in {token.Path}.");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>The application, not yet started.</summary>
    /// <param name="replace">Puts other services in the place of the product's own.</param>
    public static WebApplication Build(
        ServerSettings settings, BearerToken token, int port, HttpLimits limits, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddStandardError();
        builder.WebHost.UseLoopback(port, limits);

        // A service of all that held one of a session's would hand that session's project to the others.
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = s_shutdownLimit);
        builder.Services.AddVideoCreateAi(settings).AddConversationPerSession();
        builder.Services.AddVideoTools(settings);
        builder.Services.AddMcpHttp(limits);
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseMcp(new BearerGate(token));
        return app;
    }

    /// <summary>Where the application listens.</summary>
    public static Uri AddressOf(WebApplication app) =>
        new(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), McpEndpoint.Path);

    private static bool IsFree(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<int> TellTakenAsync(int port)
    {
        await Console.Error.WriteLineAsync($"videocreateai: port {port} of 127.0.0.1 is taken or not allowed. Choose another: videocreateai serve --http PORT.");
        return 2;
    }
}
