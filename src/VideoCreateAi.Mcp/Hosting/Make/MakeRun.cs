using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Mcp.Features.CreateVideo;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>One run of <c>make</c>: the job that <c>create_video</c> begins, waited for to its end.</summary>
internal sealed partial class MakeRun(
    MakeOptions options, ServerSettings settings, ShellTerminal terminal, Func<bool, IMakeVoice> voice, Interruption interruption, TimeProvider clock)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    private readonly long _begun = clock.GetTimestamp();

    /// <summary>Null until there is one.</summary>
    private Job? _job;

    public async Task<ShellExit> RunAsync(Func<ServerSettings, ServiceProvider> connect)
    {
        var report = await ReportAsync(connect);
        report = report with { TookSeconds = Math.Round(clock.GetElapsedTime(_begun).TotalSeconds, 1) };
        new MakePrinter(terminal, options).Print(report);
        return (ShellExit)report.ExitCode;
    }

    private async Task<MakeReport> ReportAsync(Func<ServerSettings, ServiceProvider> connect)
    {
        ServiceProvider? services = null;
        try
        {
            if (settings.IsReadOnly)
            {
                throw new ToolRefusedException("read_only", "This is set to change nothing (VIDEOCREATEAI_READ_ONLY), and making a video changes something.");
            }

            var wish = MakeShape.Checked(options);
            ThrowWhenTextIsAFile(wish);
            var target = MakeTarget.Read(wish.Out, wish.Force);
            services = connect(Settings(wish));
            return await MakeAsync(wish, target, services);
        }
        catch (OperationCanceledException) when (interruption.Stop.IsCancellationRequested)
        {
            return Failed(interruption.IsTermination ? "terminated" : "cancelled", "Stopped before anything was begun. Nothing was changed or charged.", interruption.Exit);
        }
        catch (Exception exception) when (JobFault.Of(exception) is { } fault)
        {
            return Failed(fault.Code, Redacted(services, fault.Message), ShellExits.Of(fault.Code));
        }
        catch (Exception exception)
        {
            // The outermost boundary of the command: its insides are for the log alone.
            LogBug(services?.GetService<ILogger<MakeRun>>(), exception);
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

    private async Task<MakeReport> MakeAsync(MakeOptions wish, MakeTarget target, ServiceProvider services)
    {
        var backend = services.GetRequiredService<BackendClient>();
        var kind = backend.Backend.Kind;
        var (urls, paths) = Split(wish.Files);
        var request = services.GetRequiredService<VideoRequests>().ReadMaking(
            MakeShape.TextFor(wish, kind), paths, urls, wish.Project, asked => MakeShape.Export(asked, wish, target, kind));
        if (target.Folder is { } folder)
        {
            services.GetRequiredService<MakeOutput>().Folder = folder;
        }

        var begun = await services.GetRequiredService<JobDesk>().BeginAsync(request with { Consent = new ShellConsent(terminal, interruption.Stop) }, interruption.Stop);
        _job = begun.Job;
        var runner = services.GetRequiredService<JobRunner>();
        _job = await voice(terminal.DrawsError).TellAsync(progress => WaitAsync(services, runner, begun.Job.Id, progress));
        if (_job is { State: JobState.Done, Export: { } file })
        {
            var delivered = new MakeDelivery(target, wish.Force, clock.GetUtcNow() - clock.GetElapsedTime(_begun)).Deliver(file);
            _job = _job with { Export = delivered };
            await KeepPlaceAsync(services, file, delivered);
        }

        await runner.ToldAsync(_job, CancellationToken.None);
        return Report(await services.GetRequiredService<JobReports>().DescribeAsync(_job, withTimeline: false, CancellationToken.None), backend);
    }

    private async Task<Job> WaitAsync(ServiceProvider services, JobRunner runner, string jobId, IProgress<JobProgress> progress)
    {
        progress.Report(JobProgress.Connecting);
        try
        {
            return await runner.WaitAsync(jobId, s_longest, progress, interruption.Stop);
        }
        catch (OperationCanceledException) when (interruption.Stop.IsCancellationRequested)
        {
            progress.Report(new JobProgress(runner.Here(jobId)?.Latest.Percent ?? 0, "Stopping… (once more leaves at once)"));
        }

        try
        {
            return await services.GetRequiredService<JobCancellation>().CancelAsync(jobId, interruption.Leave);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ToolRefusedException or BackendException)
        {
            // It goes on without us, or is taken up by whoever asks for it next.
            return await runner.LookAtAsync(jobId, CancellationToken.None);
        }
    }

    /// <summary>The ledger is to know the file where it now is.</summary>
    private async Task KeepPlaceAsync(ServiceProvider services, ExportedFile before, ExportedFile now)
    {
        if (before.Path == now.Path || File.Exists(before.Path))
        {
            return;
        }

        try
        {
            await services.GetRequiredService<JobLedger>().SaveAsync(_job!, CancellationToken.None);
        }
        catch (Exception fault) when (fault is JobTakenException || JobFault.Of(fault) is not null)
        {
            // The file is where it was wanted; at worst the next export renders it once more.
        }
    }

    private MakeReport Report(JobReport job, BackendClient backend)
    {
        var report = MakeReport.Of(job) with
        {
            Reply = job.Reply is { } reply ? ShellText.Clean(backend.Redact(reply)) : null,
            Notes = [.. (job.Export?.Notes ?? []).Select(note => ShellText.Clean(backend.Redact(note)))],
            Charged = backend.Backend.IsFree ? 0 : job.Charged,
        };
        return _job!.State switch
        {
            JobState.Done => report,
            JobState.Running => With(report, "left_running", $"Left while it was at work; it cannot be called back now. Job {_job.Id} goes on: the same command again waits for it.", interruption.Exit),
            JobState.Cancelled => With(report, "cancelled", job.Error ?? "It was stopped.", interruption.Stop.IsCancellationRequested ? interruption.Exit : ShellExit.Interrupted),
            JobState.Unknown => With(report, job.ErrorCode ?? "outcome_unknown", job.Error ?? "How it ended is not known.", ShellExit.Unclear),
            _ => With(report, job.ErrorCode ?? "internal_error", backend.Redact(job.Error ?? "It failed."), ShellExits.Of(job.ErrorCode)),
        };
    }

    private MakeReport With(MakeReport report, string code, string message, ShellExit exit) => report with
    {
        ExitCode = (int)exit,
        Error = new ShellError { Code = code, Message = ShellText.Fault(message), Charged = report.Charged, Next = MakeNext.Of(code, _job) },
    };

    private MakeReport Failed(string code, string message, ShellExit exit) => new()
    {
        Status = exit is ShellExit.Interrupted or ShellExit.Terminated ? "cancelled" : "failed",
        ExitCode = (int)exit,
        Error = new ShellError { Code = code, Message = ShellText.Fault(message), Charged = _job is null ? 0 : null, Next = MakeNext.Of(code, _job) },
    };

    private static string Redacted(ServiceProvider? services, string message) =>
        services?.GetService<BackendClient>() is { } backend ? backend.Redact(message) : message;

    /// <summary>The person typed these names, so they may lie anywhere that is not hidden.</summary>
    private ServerSettings Settings(MakeOptions wish) => settings with { NamedFiles = [.. Split(wish.Files).Paths.Select(Path.GetFullPath)] };

    private static (List<string> Urls, List<string> Paths) Split(IReadOnlyList<string> files) =>
        ([.. files.Where(IsUrl)], [.. files.Where(file => !IsUrl(file)).Select(file => file.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || file.StartsWith('~') ? file : Path.GetFullPath(file))]);

    private static bool IsUrl(string file) => file.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || file.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static void ThrowWhenTextIsAFile(MakeOptions wish)
    {
        if (wish.Text.Length is > 0 and < 1000 && File.Exists(wish.Text))
        {
            throw new ToolRefusedException(
                "invalid_argument", $"The first argument is the wish, and \"{DisplayText.From(wish.Text, maxLength: 100)}\" is a file. Write it as: videocreateai make \"a calm slideshow with a title\" {DisplayText.From(wish.Text, maxLength: 100)} -o out.mp4");
        }
    }

    private static void LogBug(ILogger? logger, Exception exception)
    {
        if (logger is not null)
        {
            LogMadeNothing(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The make command met a bug.")]
    private static partial void LogMadeNothing(ILogger logger, Exception exception);
}
