using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VideoCreateAi.EndToEndTests.Shell;

/// <summary>The published program as a shell starts it, with all that it wrote and the number that it ended with.</summary>
internal sealed class ShellRun : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _output;
    private (string Words, TaskCompletionSource Seen)? _awaited;

    private ShellRun(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginErrorReadLine();
    }

    public int ExitCode => _process.ExitCode;

    /// <summary>Standard output, once it has ended.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    public string FirstLine => Output.Split('\n')[0].TrimEnd('\r');

    public static ShellRun Start(IEnumerable<string> arguments, string folder = "/", Dictionary<string, string?>? environment = null)
    {
        // A shell that starts tests in the background has them ignore Ctrl-C, and all that they start.
        var start = new ProcessStartInfo("env")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        foreach (var argument in (string[])["--default-signal=INT", "dotnet", PublishedServer.Library, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        var run = new ShellRun(Process.Start(start)!);
        run._process.StandardInput.Close();
        return run;
    }

    public static async Task<ShellRun> OfAsync(IEnumerable<string> arguments, string folder = "/", Dictionary<string, string?>? environment = null)
    {
        var run = Start(arguments, folder, environment);
        await run.EndAsync();
        return run;
    }

    /// <summary>The one object on standard output.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }

    /// <summary>Waits until it has written these words to standard error.</summary>
    public async Task UntilItSaysAsync(string words)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_errors)
        {
            _awaited = (words, seen);
            Look();
        }

        await Task.WhenAny(seen.Task, _process.WaitForExitAsync()).WaitAsync(s_limit);
        Assert.True(seen.Task.IsCompleted, $"It never said \"{words}\": {Errors}");
    }

    /// <summary>As Ctrl-C does in a terminal.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(s_limit);
        Output = await _output;
        await _ended.Task.WaitAsync(s_limit);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _ended.TrySetResult();
            return;
        }

        lock (_errors)
        {
            _errors.Append(line).Append('\n');
            Look();
        }
    }

    private void Look()
    {
        if (_awaited is { } awaited && _errors.ToString().Contains(awaited.Words, StringComparison.Ordinal))
        {
            awaited.Seen.TrySetResult();
        }
    }
}
