using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Mcp.Features.Preview;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Protocol.Studio;

namespace VideoCreateAi.Mcp.Hosting.Clean;

/// <summary>One run of <c>clean</c>. All that is removed is removed by its owner: the studio, which knows what its renders need, and
/// the way by which a project is deleted anywhere else.</summary>
internal sealed partial class CleanRun(CleanOptions options, ServerSettings settings, ShellTerminal terminal, TimeProvider clock)
{
    private const string Old = "The studio that is running is of an older version and knows nothing of this. Try again when its renders have ended.";

    public async Task<ShellExit> RunAsync(Func<ServerSettings, ServiceProvider> connect, CancellationToken cancellationToken)
    {
        var report = await ReportAsync(connect, cancellationToken);
        new CleanPrinter(terminal, options, clock).Print(report);
        return (ShellExit)report.ExitCode;
    }

    private bool Frees => options.Cache || options.Media || options.ProjectsOlderThan is not null;

    private CleanReport Empty => new() { DataFolder = settings.DataFolder, FreedBytes = Frees ? 0 : null, DryRun = options.DryRun };

    private async Task<CleanReport> ReportAsync(Func<ServerSettings, ServiceProvider> connect, CancellationToken cancellationToken)
    {
        ServiceProvider? services = null;
        try
        {
            var oldest = options.ProjectsOlderThan is { } age ? clock.GetUtcNow() - Age.Read(age) : (DateTimeOffset?)null;
            if (settings.IsReadOnly && Frees && !options.DryRun)
            {
                throw new ToolRefusedException("read_only", "This is set to change nothing (VIDEOCREATEAI_READ_ONLY). Run it with --dry-run, or without that setting.");
            }

            if (!Directory.Exists(settings.DataFolder))
            {
                return Empty;
            }

            services = connect(settings);
            return await CleanAsync(services, oldest, cancellationToken);
        }
        catch (BackendException fault) when (fault.Fault is BackendFault.NotFound or BackendFault.SessionNotFound)
        {
            return Failed("studio_too_old", Old, ShellExit.BackendFailed);
        }
        catch (Exception exception) when (JobFault.Of(exception) is { } fault)
        {
            return Failed(fault.Code, fault.Message, ShellExits.Of(fault.Code));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Failed("cancelled", "Stopped. What was removed is gone, the rest is as it was.", ShellExit.Interrupted);
        }
        catch (Exception exception)
        {
            // The outermost boundary of the command: its insides are for the log alone.
            if (services?.GetService<ILogger<CleanRun>>() is { } logger)
            {
                LogBug(logger, exception);
            }

            return Failed("internal_error", $"Something went wrong inside; {ShellServices.LogPath(settings)} says more.", ShellExit.Failed);
        }
        finally
        {
            if (services is not null)
            {
                await services.DisposeAsync();
            }
        }
    }

    private async Task<CleanReport> CleanAsync(ServiceProvider services, DateTimeOffset? oldest, CancellationToken cancellationToken)
    {
        var overview = services.GetRequiredService<StorageOverview>();
        var before = await overview.ReadAsync(cancellationToken);
        if (!Frees)
        {
            return before;
        }

        var old = OlderThan(before, oldest);
        if (options.DryRun)
        {
            return before with { DryRun = true, Deleted = old, FreedBytes = old.Sum(project => project.Bytes) + Freeable(before) };
        }

        if (old.Count > 0)
        {
            Ask(old, cancellationToken);

            // The question may have stood for long: what was used meanwhile is not old any more.
            old = OlderThan(await overview.ReadAsync(cancellationToken), oldest);
        }

        var (deleted, kept) = await DeleteAsync(services, old, cancellationToken);
        var freed = await services.GetRequiredService<BackendClient>().CleanStorageAsync(
            new StorageCleaning
            {
                Cache = options.Cache,
                Media = options.Media,
                Sessions = [.. old.Where(project => project.ProjectId is null).Select(project => project.SessionId)],
                UnchangedSinceMilliseconds = oldest?.ToUnixTimeMilliseconds() ?? 0,
            },
            cancellationToken);
        deleted.AddRange(old.Where(project => project.ProjectId is null && !freed.KeptSessions.Contains(project.SessionId)));
        var parts = options.Cache ? FreeParts() + FreeClips() : 0;
        return await overview.ReadAsync(cancellationToken) with
        {
            Deleted = deleted,
            Kept = kept,
            FreedBytes = deleted.Sum(project => project.Bytes) + freed.Places.Sum(place => place.Bytes) + parts,
        };
    }

    private static List<CleanProject> OlderThan(CleanReport report, DateTimeOffset? oldest) =>
        oldest is { } moment ? [.. report.Projects.Where(project => project.Changed < moment)] : [];

    private long Freeable(CleanReport report) => report.Places
        .Where(place => (options.Cache && place.Option == StorageOverview.CacheOption) || (options.Media && place.Option == StorageOverview.MediaOption))
        .Sum(place => place.FreeableBytes);

    private void Ask(List<CleanProject> old, CancellationToken cancellationToken)
    {
        if (options.Yes)
        {
            return;
        }

        if (!options.Json)
        {
            new CleanPrinter(terminal, options, clock).PrintNames(terminal.Error, old);
        }

        if (!terminal.IsInteractive)
        {
            throw new ToolRefusedException("confirmation_needed", string.Create(
                CultureInfo.InvariantCulture, $"{old.Count} project(s) would be deleted for good, and there is nobody to ask here. Nothing was removed. Add --yes to agree, or --dry-run to look."));
        }

        if (!terminal.Confirms(string.Create(CultureInfo.InvariantCulture, $"Delete these {old.Count} project(s) for good? Exported files stay."), cancellationToken))
        {
            throw new ToolRefusedException("declined", "Nothing was removed.");
        }
    }

    private static async Task<(List<CleanProject> Deleted, List<string> Kept)> DeleteAsync(
        ServiceProvider services, List<CleanProject> old, CancellationToken cancellationToken)
    {
        var (deletion, book) = (services.GetRequiredService<ProjectDeletion>(), services.GetRequiredService<ProjectBook>());
        List<CleanProject> deleted = [];
        List<string> kept = [];
        foreach (var project in old.Where(project => project.ProjectId is not null))
        {
            if (await book.FindAsync(project.ProjectId!, cancellationToken) is not { } known)
            {
                continue;
            }

            try
            {
                await deletion.DeleteAsync(known, cancellationToken);
                deleted.Add(project);
            }
            catch (Exception exception) when (JobFault.Of(exception) is { } fault && fault.Code is "project_busy")
            {
                kept.Add($"{project.ProjectId} ({project.Name}): {ShellText.Fault(fault.Message)}");
            }
        }

        return (deleted, kept);
    }

    private long FreeParts()
    {
        if (!Directory.Exists(settings.OutputFolder))
        {
            return 0;
        }

        var before = OutputFolder.Leftovers(settings.OutputFolder, clock.GetUtcNow()).Bytes;
        OutputFolder.Open(settings.OutputFolder, clock).DiscardLeftovers(StorageOverview.PartAge);
        return Math.Max(0, before - OutputFolder.Leftovers(settings.OutputFolder, clock.GetUtcNow()).Bytes);
    }

    private long FreeClips()
    {
        var folder = new DirectoryInfo(Path.Combine(settings.DataFolder, ClipFiles.Folder));
        var freed = 0L;
        foreach (var clip in folder.Exists ? folder.GetFiles() : [])
        {
            try
            {
                var bytes = clip.Length;
                clip.Delete();
                freed += bytes;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Somebody looks at it just now.
            }
        }

        return freed;
    }

    private CleanReport Failed(string code, string message, ShellExit exit) => Empty with
    {
        FreedBytes = null, ExitCode = (int)exit, Error = new ShellError { Code = code, Message = ShellText.Fault(message), Charged = 0 },
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The clean command met a bug.")]
    private static partial void LogBug(ILogger logger, Exception exception);
}
