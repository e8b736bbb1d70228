using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Features;
using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Mcp.Hosting.Logging;
using VideoCreateAi.Mcp.Hosting.Telemetry;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>MCP over standard input and output: what a client launches and keeps as long as it lives. Run by hand and not by the
/// generic host, whose building and starting is half as long again as all that comes before the first answer.</summary>
internal static class StdioServer
{
    // Answers that are all but ready still go out to a client that writes, closes and reads.
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(300);

    /// <summary>Clients kill what does not end two seconds after its input did.</summary>
    private static readonly TimeSpan s_shutdownLimit = TimeSpan.FromSeconds(1.2);

    // What is left of these two seconds.
    private static readonly TimeSpan s_telemetryLimit = TimeSpan.FromSeconds(0.3);

    public static async Task<int> RunAsync(ServerSettings settings, CancellationToken cancellationToken)
    {
        WarmStart.Begin();
        if (SettingsCheck.Faults(settings) is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
            {
                await Console.Error.WriteLineAsync($"videocreateai: {fault}");
            }

            return 2;
        }

        try
        {
            PrivateFile.CreateFolder(settings.DataFolder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Reading on with a ledger in memory beats a client that shows nothing but a dead server; the tools say the rest.
            await Console.Error.WriteLineAsync($"videocreateai: the data directory cannot be used: {fault.Message}");
        }

        await using var telemetry = TelemetrySetup.Begin("videocreateai-mcp", instance: null, s_telemetryLimit);

        // Standard output is MCP's alone: a stray write of anybody else goes to standard error.
        await using var output = new ClientOutput(Console.OpenStandardOutput());
        Console.SetOut(Console.Error);
        await using var input = new ClientInput(new WholeLetters(Console.OpenStandardInput()), output);

        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddStandardError());
        services.AddVideoCreateAi(settings).AddOneConversation();
        services.AddVideoTools(settings);
        await ServeAsync(services.BuildServiceProvider(), input, output, cancellationToken);
        return 0;
    }

    private static async Task ServeAsync(ServiceProvider services, ClientInput input, Stream output, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var terminated = EndOn(PosixSignal.SIGTERM, end);
        using var interrupted = EndOn(PosixSignal.SIGINT, end);

        var loggers = services.GetRequiredService<ILoggerFactory>();
        var transport = new StreamServerTransport(input, output, serverName: null, loggers);
        var server = McpServer.Create(transport, services.GetRequiredService<IOptions<McpServerOptions>>().Value, loggers, services);
        services.GetRequiredService<ClientLine>().Server = server;
        var serving = server.RunAsync(end.Token);
        var companions = services.GetServices<IHostedService>().ToArray();
        foreach (var companion in companions)
        {
            await companion.StartAsync(CancellationToken.None);
        }

        // The MCP library waits for running tools, which may be minutes. Jobs are in the ledger and renders in the studio; nothing is lost.
        await Task.WhenAny(serving, EndOfInputAsync(input, end.Token));
        await end.CancelAsync();
        await Task.WhenAny(CloseAsync(), Task.Delay(s_shutdownLimit, TimeProvider.System, CancellationToken.None));

        async Task CloseAsync()
        {
            foreach (var companion in companions)
            {
                await companion.StopAsync(CancellationToken.None);
            }

            await services.DisposeAsync();
        }
    }

    private static async Task EndOfInputAsync(ClientInput input, CancellationToken cancellationToken)
    {
        await input.Ended.WaitAsync(cancellationToken);
        await Task.Delay(s_grace, TimeProvider.System, cancellationToken);
    }

    private static PosixSignalRegistration EndOn(PosixSignal signal, CancellationTokenSource end) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            end.Cancel();
        });
}
