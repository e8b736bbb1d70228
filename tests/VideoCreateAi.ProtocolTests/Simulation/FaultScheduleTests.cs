using System.Diagnostics;
using System.Globalization;

namespace VideoCreateAi.ProtocolTests.Simulation;

/// <summary>The simulation has a process of its own: its thread pool must have one thread.</summary>
public sealed class FaultScheduleTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Twenty_thousand_schedules_of_faults_break_no_promise()
    {
        var (code, said) = await RunAsync("--schedules", "20000", "--seed", "1", "--parallel", "2");

        Assert.True(code == 0, said);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("4")]
    public async Task A_thousand_schedules_of_processes_that_work_at_the_same_time_break_no_promise(string processes)
    {
        var (code, said) = await RunAsync("--schedules", "1000", "--seed", "500000", "--windows", processes, "--parallel", "2");

        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task A_seed_tells_the_same_story_every_time()
    {
        var (code, said) = await RunAsync("--schedules", "200", "--seed", "7000", "--twice");

        Assert.True(code == 0, said);
    }

    [Theory]
    [InlineData("resend-turn", 500, "one_post_per_job")]
    [InlineData("resend-turn", 500, "one_charge_per_job")]
    [InlineData("new-render-id", 20, "ledger_first")]
    [InlineData("rewrite-draft", 20, "draft_as_read")]
    [InlineData("spoil-file", 20, "whole_files_only")]
    [InlineData("spoil-file", 20, "no_lost_export")]
    [InlineData("hide-loss", 800, "failed_is_true")]
    [InlineData("forget-jobs", 400, "every_end_is_told")]
    [InlineData("forget-steps", 400, "one_step_per_edit")]
    public async Task A_client_that_is_broken_on_purpose_is_caught(string mutation, int schedules, string rule)
    {
        var (code, said) = await RunAsync("--schedules", schedules.ToString(CultureInfo.InvariantCulture), "--mutate", mutation, "--keep-going");

        Assert.Equal(1, code);
        Assert.Contains($"rule {rule}:", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] words)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "VideoCreateAi.Simulation.dll"));
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(s_limit);
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(limit.Token);
            var faults = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await said + await faults);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
