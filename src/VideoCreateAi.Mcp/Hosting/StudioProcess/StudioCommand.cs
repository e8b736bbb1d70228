using System.CommandLine;
using VideoCreateAi.Mcp.Hosting.Logging;
using VideoCreateAi.Mcp.Hosting.Telemetry;
using VideoCreateAi.Studio;

namespace VideoCreateAi.Mcp.Hosting.StudioProcess;

/// <summary><c>videocreateai studio</c>: the backend as a process of its own, on its own or as a node of a farm.</summary>
internal static class StudioCommand
{
    private static readonly TimeSpan s_telemetryLimit = TimeSpan.FromSeconds(3);

    public static Command Create(Option<string?> data)
    {
        var background = new Option<bool>("--background") { Description = "Detach from the terminal and log to the data directory. What clients start." };
        var urls = new Option<string?>("--urls") { Description = "Listen on these addresses instead of the user's socket, such as http://127.0.0.1:8790. Nodes of a farm may listen on others than this machine's own." };
        var role = new Option<StudioRole>("--role") { Description = "What this node of a farm does: all, api (answers) or worker (renders). Needs --db and --blobs." };
        var slots = new Option<int>("--slots") { Description = "Renders, or parts of them, at once: 1 to 64.", DefaultValueFactory = _ => 1 };
        var farm = new FarmOptions();
        var command = new Command("studio", "Runs the studio: the backend that edits and renders on this machine. Clients start it by themselves.")
        {
            background, urls, role, slots, farm.Database, farm.Blobs, farm.Node,
        };
        command.SetAction((arguments, cancellationToken) =>
        {
            var settings = ServerSettings.Read(arguments.GetValue(data), output: null, backend: null, allowed: []);
            var isBackground = arguments.GetValue(background);
            return FarmOptions.TellAsync(async () =>
            {
                var options = farm.Of(
                    arguments, StudioSetup.Of(settings, arguments.GetValue(urls), isBackground ? StudioIdleLimit() : null, arguments.GetValue(role), arguments.GetValue(slots)));
                return await RunAsync(settings, options, isBackground, cancellationToken);
            });
        });
        command.Subcommands.Add(FarmCommands.CreateMigrate(data, farm));
        command.Subcommands.Add(FarmCommands.CreateUser(data, farm));
        return command;
    }

    private static async Task<int> RunAsync(ServerSettings settings, StudioOptions options, bool background, CancellationToken cancellationToken)
    {
        if (background)
        {
            ProcessDetachment.Detach();
        }

        // On its own it has no name but the machine's, which is nobody's business.
        await using var telemetry = TelemetrySetup.Begin("videocreateai-studio", options.IsFarm ? options.NodeId : null, s_telemetryLimit);
        var end = await StudioHost.RunAsync(
            options,
            logging => _ = background ? logging.AddFile(Path.Combine(settings.DataFolder, "logs", "studio.log")) : logging.AddStandardError(),
            cancellationToken);
        if (end.Message is { } message)
        {
            await Console.Error.WriteLineAsync(message);
        }

        return end.ExitCode;
    }

    // For tests that must see the studio go; everybody else has ten minutes.
    private static TimeSpan StudioIdleLimit() =>
        double.TryParse(ServerSettings.Variable("VIDEOCREATEAI_STUDIO_IDLE_SECONDS"), System.Globalization.CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 1, 86_400))
            : TimeSpan.FromMinutes(10);
}
