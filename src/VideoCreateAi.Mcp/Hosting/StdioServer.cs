using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Mcp.Hosting.Logging;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>MCP over standard input and output: what a client launches and keeps as long as it lives.</summary>
internal static class StdioServer
{
    /// <summary>Clients kill what does not end two seconds after its input did.</summary>
    private static readonly TimeSpan s_shutdownLimit = TimeSpan.FromSeconds(1.5);

    public static async Task<int> RunAsync(ServerSettings settings, CancellationToken cancellationToken)
    {
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

        // Standard output is MCP's alone: a stray write of anybody else goes to standard error.
        await using var output = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        await using var input = new ClientInput(Console.OpenStandardInput());

        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.AddStandardError();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = s_shutdownLimit);
        builder.Services.AddVideoCreateAi(settings).AddOneConversation();
        builder.Services.AddHostedService(services => new EndOfInput(input, services.GetRequiredService<IHostApplicationLifetime>()));
        builder.Services.AddVideoTools(settings).WithStreamServerTransport(input, output);

        using var host = builder.Build();
        await host.RunAsync(cancellationToken);
        return 0;
    }
}
