using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using VideoCreateAi.Mcp.Hosting.Shell;

namespace VideoCreateAi.Mcp.Hosting.Clean;

/// <summary><c>videocreateai clean</c>: shows what takes space on this machine, and frees what is chosen.</summary>
internal static class CleanCommand
{
    /// <param name="settings">Reads the options that this command shares with the program itself.</param>
    public static Command Create(Func<ParseResult, ServerSettings> settings)
    {
        var cache = new Option<bool>("--cache") { Description = "Free what is made again when it is needed: composed music, pictures, contact sheets, copies of exports, old unfinished downloads. Always safe." };
        var media = new Option<bool>("--media") { Description = "Free the copies of files that no project uses." };
        var all = new Option<bool>("--all") { Description = "--cache and --media together. No project is deleted." };
        var projects = new Option<string?>("--projects-older-than") { Description = "Delete projects that were not used for this long, such as 12h, 30d or 8w. Asks first.", HelpName = "age" };
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Show what would go, and remove nothing." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask." };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output, and nothing else." };
        var command = new Command("clean", "Shows what takes space on this machine, and frees it. Exported files are never touched.\n\n" + ShellExits.Help)
        {
            cache, media, all, projects, dryRun, yes, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new CleanOptions
            {
                Cache = parsed.GetValue(cache) || parsed.GetValue(all),
                Media = parsed.GetValue(media) || parsed.GetValue(all),
                ProjectsOlderThan = parsed.GetValue(projects),
                DryRun = parsed.GetValue(dryRun),
                Yes = parsed.GetValue(yes),
                Json = parsed.GetValue(json),
            };

            // Whatever backend makes the videos, it is the studio's data that lies on this machine.
            var own = settings(parsed) with { Backend = "studio", Token = null };
            var terminal = ShellTerminal.OfThisProcess();
            return (int)(ShellServices.AreGood(own, terminal)
                ? await new CleanRun(options, own, terminal, TimeProvider.System).RunAsync(Connect, cancellationToken)
                : ShellExit.WrongUsage);
        });
        return command;
    }

    private static ServiceProvider Connect(ServerSettings settings) => ShellServices.Of(settings).AddSingleton<StorageOverview>().BuildServiceProvider();
}
