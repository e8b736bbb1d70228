using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.SafetyTests.Media;

/// <summary>The product's own runner of tools, which finds strace where it looks for <c>nice</c>: all that a tool asks the kernel to open
/// is written down, inside of a sandbox as well.</summary>
internal sealed class TracedTools
{
    private const string Strace = "/usr/bin/strace";

    private readonly string _logs;

    public TracedTools(string folder, SandboxMode sandbox)
    {
        Assert.True(File.Exists(Strace), "strace is not installed");
        _logs = Directory.CreateDirectory(Path.Combine(folder, "logs")).FullName;
        var wrappers = Directory.CreateDirectory(Path.Combine(folder, "wrappers")).FullName;
        var nice = Path.Combine(wrappers, "nice");
        File.WriteAllText(nice, $"""
            #!/bin/sh
            exec {Strace} -f -qq -y --seccomp-bpf -e signal=none -e trace=open,openat,openat2,creat,open_by_handle_at,execve,execveat,socket,connect -o "{_logs}/$$" /usr/bin/nice "$@"
            """.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(nice, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var options = new ToolOptions { Sandbox = sandbox };
        options.SearchPath = $"{wrappers}:{options.SearchPath}";
        Runner = new SandboxedToolRunner(options, NullLogger<SandboxedToolRunner>.Instance);
    }

    public SandboxedToolRunner Runner { get; }

    /// <summary>What each run since the last question asked for.</summary>
    public IReadOnlyList<OpenLog> Take()
    {
        List<OpenLog> logs = [];
        foreach (var path in Directory.GetFiles(_logs))
        {
            logs.Add(OpenLog.Read(File.ReadLines(path)));
            File.Delete(path);
        }

        return logs;
    }
}
