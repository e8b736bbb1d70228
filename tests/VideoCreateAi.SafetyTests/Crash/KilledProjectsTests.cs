using System.Globalization;
using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>kill -9 before each operation on files, of the program that a client talks to or of the studio behind it, while projects
/// are made, created, renamed, edited, restored and deleted. <c>VIDEOCREATEAI_SAFETY=100</c> makes 3,400 kills of it.</summary>
public sealed class KilledProjectsTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_ready = TimeSpan.FromSeconds(20);

    public static TheoryData<string, string, int> Plan { get; } = new()
    {
        { "gateway", "creating, renaming, deleting, restoring", 5 },
        { "studio", "making", 5 },
        { "studio", "deleting, restoring, editing", 3 },
    };

    [Theory]
    [MemberData(nameof(Plan))]
    public async Task Whoever_is_killed_at_any_step_is_followed_by_one_that_loses_doubles_and_leaves_nothing(string watched, string changes, int kills)
    {
        await using var stage = new FreeStage(watched);
        await stage.StartAsync();
        var lane = new ProjectLane(stage, (page, step) => page.KillAt(step));
        List<string> steps = [];
        foreach (var name in changes.Split(", "))
        {
            steps.Add($"{name} {await lane.RunAsync(ProjectChange.Named(name), kills * ProofSize.Times)}");
        }

        await lane.EndAsync();

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{watched}, steps of {string.Join(", ", steps)}: {lane.Disturbed} kills ({string.Join(", ", lane.Ends.CountBy(end => end))}), ready again after at most {lane.Ready.Max().TotalSeconds:0.00} s"));
        Assert.True(lane.Disturbed >= steps.Count * kills * ProofSize.Times * 8 / 10, $"only {lane.Disturbed} kills");
        Assert.All(lane.Ready, time => Assert.True(time < s_ready));
    }
}
