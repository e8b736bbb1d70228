using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>Runs the media tools: fenced in, limited, fed and drained at once, and gone when it says so.</summary>
internal sealed partial class SandboxedToolRunner : IToolRunner
{
    private static readonly TimeSpan s_deathLimit = TimeSpan.FromSeconds(10);

    private readonly ToolLocator _locator;
    private readonly Lazy<Task<ToolSandbox>> _sandbox;
    private readonly ILogger<SandboxedToolRunner> _logger;
    private readonly ToolOptions _options;

    public SandboxedToolRunner(ToolOptions options, ILogger<SandboxedToolRunner> logger)
    {
        _logger = logger;
        _options = options;
        _locator = new ToolLocator(options);
        var finder = new SandboxFinder(options.Sandbox, _locator, ProbeAsync);
        _sandbox = new Lazy<Task<ToolSandbox>>(FindAsync);

        async Task<ToolSandbox> FindAsync()
        {
            var sandbox = await finder.FindAsync();
            LogSandboxFound(sandbox.Kind);
            return sandbox;
        }
    }

    public bool IsInstalled(MediaTool tool) => _locator.Find(tool) is not null;

    public string? PathOf(MediaTool tool) => _locator.Find(tool);

    /// <summary>What stands around the tools on this machine. Tried out at the first call.</summary>
    public async Task<SandboxKind> FindSandboxAsync() => (await _sandbox.Value).Kind;

    public async Task RunAsync(ToolRun run, CancellationToken cancellationToken)
    {
        var program = _locator.Find(run.Tool) ?? throw ToolLocator.Missing(run.Tool);
        var sandbox = await _sandbox.Value.WaitAsync(cancellationToken);
        if (run.Tool == MediaTool.Lettering)
        {
            run = run with { Arguments = [.. _options.Lettering.Skip(1), .. run.Arguments], Inputs = [.. run.Inputs, .. _options.LetteringFolders] };
        }

        await RunAsync(sandbox, program, run, cancellationToken);
    }

    private async Task RunAsync(ToolSandbox sandbox, string program, ToolRun run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var began = Stopwatch.GetTimestamp();
        using var process = await ProcessStarter.Shared.StartAsync(StartInfo(sandbox, program, run));
        using var wall = new CancellationTokenSource(run.Limits.Wall);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, wall.Token);
        var tail = new OutputTail();
        var pipes = new ToolPipes(process, run, tail, stop);

        var exited = await WaitAsync(process, pipes, stop.Token);
        await pipes.FinishAsync(s_deathLimit);

        cancellationToken.ThrowIfCancellationRequested();
        if (wall.IsCancellationRequested)
        {
            throw Failed(run, -1, ToolFailure.TookTooLong(run.Tool, run.Limits.Wall), tail);
        }

        if (!exited)
        {
            throw Failed(run, -1, ToolFailure.DidNotDie(run.Tool), tail);
        }

        // A pipe that breaks because the tool died is not the cause: what the tool says comes first.
        if (process.ExitCode != 0 && !pipes.BrokeFirst)
        {
            var message = ToolFailure.Describe(run, process.ExitCode, tail.ToString(), Stopwatch.GetElapsedTime(began));
            throw Failed(run, process.ExitCode, message, tail);
        }

        pipes.ThrowIfBroken();
    }

    /// <summary>Waits for the end, its own or the one that we bring about.</summary>
    /// <returns>Whether it is gone.</returns>
    private async Task<bool> WaitAsync(Process process, ToolPipes pipes, CancellationToken stop)
    {
        try
        {
            await process.WaitForExitAsync(stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            Kill(process);
        }

        using var limit = new CancellationTokenSource(s_deathLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            LogDidNotDie(process.Id);
            return false;
        }
    }

    // ffmpeg overlooks SIGTERM while it doubles frames, so there is no asking first.
    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It was faster.
        }
    }

    private static ProcessStartInfo StartInfo(ToolSandbox sandbox, string program, ToolRun run)
    {
        var command = sandbox.Wrap(program, run);
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = run.WorkFolder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in ToolSandbox.Environment(run))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private async Task<bool> ProbeAsync(ToolSandbox sandbox, string program, ToolRun run)
    {
        try
        {
            await RunAsync(sandbox, program, run, CancellationToken.None);
            return true;
        }
        catch (ToolFailedException exception)
        {
            LogSandboxRefusedSensitive(exception.LastOutput);
            return false;
        }
    }

    private ToolFailedException Failed(ToolRun run, int exitCode, string message, OutputTail tail)
    {
        var failure = new ToolFailedException(run.Tool, exitCode, message, tail.ToString());
        LogFailed(run.Tool, exitCode);
        LogOutputSensitive(failure.LastOutput);
        return failure;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Media tools run with sandbox {Kind}.")]
    private partial void LogSandboxFound(SandboxKind kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Tool} failed with exit code {ExitCode}.")]
    private partial void LogFailed(MediaTool tool, int exitCode);

    [LoggerMessage(Level = LogLevel.Error, Message = "Process {ProcessId} was killed and did not end.")]
    private partial void LogDidNotDie(int processId);

    [LoggerMessage(Level = LogLevel.Trace, Message = "A sandbox was tried and refused: {Output}")]
    private partial void LogSandboxRefusedSensitive(string output);

    [LoggerMessage(Level = LogLevel.Trace, Message = "The tool's last output: {Output}")]
    private partial void LogOutputSensitive(string output);
}
