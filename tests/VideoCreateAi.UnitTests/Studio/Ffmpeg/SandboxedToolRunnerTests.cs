using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Studio.Ffmpeg;

public sealed class SandboxedToolRunnerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SandboxedToolRunner _runner = Runner(new ToolOptions());

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task More_data_than_any_pipe_holds_goes_in_and_out_at_once()
    {
        const int Width = 640;
        const int Height = 480;
        const int Frames = 60;
        const int FrameBytes = Width * Height * 3 / 2;
        long got = 0;
        var run = Run(new FfmpegArguments()
            .RawVideoInput(Width, Height, 30)
            .Frames(Frames)
            .RawVideoOutput("yuv420p")) with
        {
            Feed = async (input, stop) =>
            {
                var frame = new byte[FrameBytes];
                for (var i = 0; i < Frames; i++)
                {
                    await input.WriteAsync(frame, stop);
                }
            },
            Read = async (output, stop) => got = await CountAsync(output, stop),
        };

        await _runner.RunAsync(run, CancellationToken.None);

        Assert.Equal((long)Frames * FrameBytes, got);
    }

    [Fact(Timeout = 60_000)]
    public async Task Cancelling_leaves_no_process_behind()
    {
        using var cancel = new CancellationTokenSource();
        var marker = _folder.File("cancelled.yuv");
        var started = new TaskCompletionSource();
        var run = Run(Endless().RawVideoOutput("yuv420p").Option("metadata", marker)) with
        {
            Read = async (output, stop) =>
            {
                await output.ReadExactlyAsync(new byte[1], stop);
                started.SetResult();
                await CountAsync(output, stop);
            },
        };

        var running = _runner.RunAsync(run, cancel.Token);
        await started.Task;
        Assert.NotEmpty(ProcessesWith(_folder.Path));
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Empty(ProcessesWith(_folder.Path));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_wall_limit_ends_a_run_that_does_not_end()
    {
        var run = Run(Endless().NoOutput()) with { Limits = ToolLimits.Probe with { Wall = TimeSpan.FromSeconds(1) } };

        var failure = await Assert.ThrowsAsync<ToolFailedException>(() => _runner.RunAsync(run, CancellationToken.None));

        Assert.Equal("ffmpeg took longer than 1 seconds and was stopped.", failure.Message);
        Assert.Empty(ProcessesWith(_folder.Path));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_processor_time_limit_ends_a_busy_run()
    {
        var run = Run(Endless().NoOutput()) with { Limits = ToolLimits.Probe with { Cpu = TimeSpan.FromSeconds(1) } };

        var failure = await Assert.ThrowsAsync<ToolFailedException>(() => _runner.RunAsync(run, CancellationToken.None));

        Assert.DoesNotContain("took longer", failure.Message, StringComparison.Ordinal);
        Assert.NotEqual(0, failure.ExitCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_tool_that_the_system_kills_ran_out_of_memory()
    {
        var killed = Script("ffmpeg", "[ \"$1\" = -version ] && exit 0; kill -9 $$");
        var runner = Runner(new ToolOptions { FfmpegPath = killed });

        var failure = await Assert.ThrowsAsync<ToolFailedException>(
            () => runner.RunAsync(Run(Endless().NoOutput()), CancellationToken.None));

        Assert.Equal(137, failure.ExitCode);
        Assert.Contains("memory ran out", failure.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task When_the_tool_dies_its_failure_is_told_and_not_the_broken_pipe()
    {
        var run = Run(new FfmpegArguments().RawVideoInput(64, 64, 30).VideoFilter("nosuchfilter").NoOutput()) with
        {
            Feed = async (input, stop) =>
            {
                var frame = new byte[64 * 64 * 3 / 2];
                while (true)
                {
                    await input.WriteAsync(frame, stop);
                }
            },
            Read = async (output, stop) => await output.ReadExactlyAsync(new byte[1000], stop),
        };

        var failure = await Assert.ThrowsAsync<ToolFailedException>(() => _runner.RunAsync(run, CancellationToken.None));

        Assert.Contains("nosuchfilter", failure.LastOutput, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_tool_that_has_enough_may_close_its_input_early()
    {
        var run = Run(new FfmpegArguments().RawVideoInput(64, 64, 30).Frames(1).NoOutput()) with
        {
            Feed = async (input, stop) =>
            {
                var frame = new byte[64 * 64 * 3 / 2];
                while (true)
                {
                    await input.WriteAsync(frame, stop);
                }
            },
        };

        await _runner.RunAsync(run, CancellationToken.None);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_failure_of_the_feeder_ends_the_tool_and_reaches_the_caller()
    {
        var run = Run(new FfmpegArguments().RawVideoInput(64, 64, 30).NoOutput()) with
        {
            Feed = (_, _) => throw new InvalidOperationException("composing failed"),
        };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => _runner.RunAsync(run, CancellationToken.None));

        Assert.Equal("composing failed", failure.Message);
        Assert.Empty(ProcessesWith(_folder.Path));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_flood_on_standard_error_blocks_nothing_and_keeps_its_end()
    {
        var run = Run(new FfmpegArguments().Option("v", "trace").Option("f", "lavfi")
            .Option("i", "testsrc=size=64x64:duration=20").NoOutput().Option("nosuchoption", "1"));
        var noisy = run with { Arguments = [.. run.Arguments.Take(run.Arguments.Count - 2), "-f", "nosuchmuxer", "-"] };

        var failure = await Assert.ThrowsAsync<ToolFailedException>(() => _runner.RunAsync(noisy, CancellationToken.None));

        Assert.Contains("nosuchmuxer", failure.LastOutput, StringComparison.Ordinal);
        Assert.True(failure.LastOutput.Length <= 64 * 1024);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_missing_tool_is_named_with_what_to_install()
    {
        var runner = Runner(new ToolOptions { SearchPath = _folder.Path });

        var failure = await Assert.ThrowsAsync<ToolMissingException>(
            () => runner.RunAsync(Run(Endless().NoOutput()), CancellationToken.None));

        Assert.False(runner.IsInstalled(MediaTool.Ffmpeg));
        Assert.Contains("apt install ffmpeg", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Auto")]
    [InlineData("Off")]
    public async Task The_environment_of_a_tool_is_empty_but_for_what_we_name(string mode)
    {
        var spy = Script("ffmpeg", "[ \"$1\" = -version ] && exit 0; while IFS= read -r -d '' line; do echo \"$line\" >&2; done < /proc/self/environ; exit 3");
        var runner = Runner(new ToolOptions { FfmpegPath = spy, Sandbox = Enum.Parse<SandboxMode>(mode) });

        var failure = await Assert.ThrowsAsync<ToolFailedException>(
            () => runner.RunAsync(Run(Endless().NoOutput()), CancellationToken.None));

        var names = failure.LastOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]).Order();
        Assert.Equal(["HOME", "LANG", "MALLOC_ARENA_MAX", "TMPDIR"], names.Except(["PWD", "SHLVL", "_"]));
    }

    [Fact]
    public async Task An_isolated_tool_sees_its_inputs_and_nothing_else()
    {
        if (await _runner.FindSandboxAsync() != SandboxKind.Isolated)
        {
            return;
        }

        using var elsewhere = new TempFolder();
        var input = elsewhere.File("input.txt");
        var secret = elsewhere.File("secret.txt");
        await File.WriteAllTextAsync(input, "in");
        await File.WriteAllTextAsync(secret, "no");
        var spy = Script("ffmpeg", "[ \"$1\" = -version ] && exit 0; for f in \"$@\"; do [ -r \"$f\" ] && echo \"reads $f\" >&2; (echo x >> \"$f\") 2>/dev/null && echo \"writes $f\" >&2; done; exit 3");
        var runner = Runner(new ToolOptions { FfmpegPath = spy });
        var own = _folder.File("own.txt");
        var run = new ToolRun
        {
            Tool = MediaTool.Ffmpeg,
            Arguments = [input, secret, own, "/etc/passwd"],
            WorkFolder = _folder.Path,
            Inputs = [input],
        };

        var failure = await Assert.ThrowsAsync<ToolFailedException>(() => runner.RunAsync(run, CancellationToken.None));

        Assert.Equal($"reads {input}\nwrites {own}\n", failure.LastOutput);
        Assert.Equal("in", await File.ReadAllTextAsync(input));
        Assert.Equal("no", await File.ReadAllTextAsync(secret));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_child_outlives_the_pool_thread_that_asked_for_it()
    {
        var ended = new TaskCompletionSource();
        var asker = new Thread(() =>
        {
            var run = Run(new FfmpegArguments().RawVideoInput(64, 64, 30).NoOutput()) with
            {
                Feed = async (input, stop) =>
                {
                    await ended.Task;
                    await input.WriteAsync(new byte[64 * 64 * 3 / 2], stop);
                },
            };
            _running = _runner.RunAsync(run, CancellationToken.None);
        });
        asker.Start();
        asker.Join();
        ended.SetResult();

        await _running!;
    }

    private Task? _running;

    private static SandboxedToolRunner Runner(ToolOptions options) => new(options, NullLogger<SandboxedToolRunner>.Instance);

    private static FfmpegArguments Endless()
        => new FfmpegArguments().Option("f", "lavfi").Option("i", "testsrc=size=320x240");

    private ToolRun Run(FfmpegArguments arguments)
        => new() { Tool = MediaTool.Ffmpeg, Arguments = arguments.Build(), WorkFolder = _folder.Path };

    private string Script(string name, string body)
    {
        var path = _folder.File(name);
        File.WriteAllText(path, "#!/bin/bash\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    private static async Task<long> CountAsync(Stream output, CancellationToken cancellationToken)
    {
        var buffer = new byte[1024 * 1024];
        long total = 0;
        int count;
        while ((count = await output.ReadAsync(buffer, cancellationToken)) > 0)
        {
            total += count;
        }

        return total;
    }

    /// <summary>Processes that have the text in their command line or environment.</summary>
    private static List<int> ProcessesWith(string text) => [.. Process.GetProcesses().Select(process => process.Id)
        .Where(id => Holds($"/proc/{id}/cmdline", text) || Holds($"/proc/{id}/environ", text))];

    private static bool Holds(string file, string text)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(file)).Contains(text, StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
