using System.Collections.Concurrent;
using System.Diagnostics;

namespace VideoCreateAi.TestKit.Published;

/// <summary>The program as it is published, in a process of its own, with all that it writes to standard error.</summary>
public sealed class PublishedProgram : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<string> _firstError = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly ChildWatch _children;

    private PublishedProgram(Process process)
    {
        _process = process;
        _children = new ChildWatch(process.Id);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
            {
                _errors.Enqueue(text);
                _firstError.TrySetResult(text);
            }
        };
        process.BeginErrorReadLine();
    }

    public static string Library { get; } = RepositoryFile.PathOf("artifacts/publish/videocreateai.dll");

    public int ProcessId => _process.Id;

    public bool HasExited => _process.HasExited;

    public StreamWriter Input => _process.StandardInput;

    public StreamReader Output => _process.StandardOutput;

    public IReadOnlyList<string> Errors => [.. _errors];

    /// <summary>Arguments and environment of each program that it started, as far as it was seen.</summary>
    public IReadOnlyList<string> Children => _children.Seen;

    /// <param name="arguments">Of <c>dotnet</c>: the library comes first.</param>
    /// <param name="environment">In addition to the one here; null takes a variable away.</param>
    /// <param name="through">A program and its arguments that start it; null = none.</param>
    public static PublishedProgram Start(IEnumerable<string> arguments, Dictionary<string, string?> environment, IReadOnlyList<string>? through = null)
    {
        string[] command = [.. through ?? [], "dotnet", .. arguments];
        return new PublishedProgram(StartPiped(command, environment));
    }

    /// <summary>Any program at the end of three pipes, in the root folder, as a client may start it.</summary>
    /// <inheritdoc cref="Start"/>
    public static Process StartPiped(IReadOnlyList<string> command, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/",
        };
        foreach (var (name, value) in environment)
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    /// <summary>The first line that it writes to standard error.</summary>
    public Task<string> FirstErrorAsync() => _firstError.Task.WaitAsync(s_limit);

    public async Task WaitForExitAsync()
    {
        using var limit = new CancellationTokenSource(s_limit);
        await _process.WaitForExitAsync(limit.Token);
    }

    /// <summary>Ends it and all that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await WaitForExitAsync();
        }

        await _children.DisposeAsync();
        _process.Dispose();
    }
}
