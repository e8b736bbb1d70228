using System.CommandLine;
using VideoCreateAi.Mcp.Hosting.Logging;
using VideoCreateAi.Studio;

namespace VideoCreateAi.Mcp.Hosting.StudioProcess;

/// <summary><c>videocreateai studio</c>: the backend as a process of its own.</summary>
internal static class StudioCommand
{
    public static Command Create(Option<string?> data)
    {
        var background = new Option<bool>("--background") { Description = "Detach from the terminal and log to the data directory. What clients start." };
        var urls = new Option<string?>("--urls") { Description = "Listen on these addresses instead of the user's socket, such as http://127.0.0.1:8790." };
        var command = new Command("studio", "Runs the studio: the backend that edits and renders on this machine. Clients start it by themselves.")
        {
            background, urls,
        };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            arguments.GetValue(data), arguments.GetValue(urls), arguments.GetValue(background), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? data, string? urls, bool background, CancellationToken cancellationToken)
    {
        if (background)
        {
            ProcessDetachment.Detach();
        }

        var settings = ServerSettings.Read(data, output: null, backend: null, allowed: []);
        var options = StudioSetup.Of(settings, urls, background ? StudioIdleLimit() : null);
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
