using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>kill -9 of the studio before each of its operations on files while it makes a video: its client starts another, which
/// goes on. <c>VIDEOCREATEAI_SAFETY=100</c> makes nine hundred kills of it.</summary>
public sealed class KilledStudioTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Kills = 9;

    private static readonly TimeSpan s_ready = TimeSpan.FromSeconds(20);

    private readonly FreeStage _stage = new();

    public Task InitializeAsync() => _stage.StartAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_studio_that_is_killed_at_any_step_is_followed_by_one_that_loses_doubles_and_leaves_nothing()
    {
        await _stage.MakeAsync(1);
        var begun = _stage.Page.Count;
        var whole = await _stage.MakeAsync(2);
        Assert.True(whole.Status == "done", whole.Text);
        var steps = _stage.Page.Count - begun;
        List<(string Killed, ToolReply Reply)> ends = [];
        for (var kill = 0; kill < Kills * ProofSize.Times; kill++)
        {
            _stage.Page.KillAt(1 + (uint)(kill * (long)steps / (Kills * ProofSize.Times)));
            var reply = await _stage.MakeAsync(3 + kill);
            _stage.Page.Disarm();
            ends.Add((_stage.Page.Happened > 0 ? string.Join("\n  ", _stage.Page.Last(1)) : "", reply));
            Judge(3 + kill, reply);
        }

        var ready = await RestartAsync();

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{steps} steps, {ends.Count(end => end.Killed.Length > 0)} kills ({string.Join(", ", ends.GroupBy(end => end.Reply.Word("error_code") ?? end.Reply.Status ?? end.Reply.Code).Select(kind => $"{kind.Count()} {kind.Key}"))}), ready again after {ready.TotalSeconds:0.00} s"));
        Assert.True(ready < s_ready);
        AssertNothingLeft();
    }

    private void Judge(int number, ToolReply reply)
    {
        var versions = _stage.Rows($"SELECT message FROM versions WHERE message LIKE '%{FreeStage.Mark(number)}%'").Count;
        Assert.True(versions <= 1, $"{versions} edits of {reply.Text}");
        switch (reply.Status ?? reply.Code)
        {
            case "done":
                Assert.True(File.Exists(reply.Path), reply.Text);
                Assert.Equal(1, versions);
                break;

            case "failed" or "backend_unreachable":
                Assert.True((reply.Word("error_code") ?? reply.Code) == "backend_unreachable" && versions == 0, reply.Text);
                break;

            default:
                Assert.True(reply.Status == "unknown", reply.Text);
                break;
        }
    }

    private async Task<TimeSpan> RestartAsync()
    {
        await _stage.EndStudioAsync();
        var begun = Stopwatch.GetTimestamp();
        await _stage.Program.CallAsync("get_credits", []);
        return Stopwatch.GetElapsedTime(begun);
    }

    private void AssertNothingLeft()
    {
        Assert.Equal(
            _stage.Rows("SELECT media_id FROM project_media").Distinct().Order(StringComparer.Ordinal),
            _stage.Files("media").Select(path => path.Split('/')[0]).Distinct());
        Assert.Equal(
            _stage.Rows("SELECT file FROM renders WHERE file IS NOT NULL").Order(StringComparer.Ordinal),
            _stage.Files("renders").Where(name => !name.EndsWith(".sheet.json", StringComparison.Ordinal)));
        Assert.Empty(_stage.Rows("SELECT id FROM renders WHERE state NOT IN ('done', 'failed', 'cancelled')"));
        Assert.Empty(_stage.Files("scratch"));
        Assert.DoesNotContain(_stage.Files("cache"), path => path.EndsWith(".part", StringComparison.Ordinal));
        Assert.DoesNotContain(UsedBy.Processes(_stage.DataFolder), command => command.Contains("ffmpeg", StringComparison.Ordinal));
    }
}
