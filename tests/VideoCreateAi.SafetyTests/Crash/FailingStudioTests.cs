using System.Globalization;
using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>The studio's disk does not take the n-th operation of a flow, or its client's does not: the studio goes on, and what it
/// refused goes through once the disk is well. Each build tries some operations; <c>VIDEOCREATEAI_SAFETY=20</c> nearly all.</summary>
public sealed class FailingStudioTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("studio", "making", 10)]
    [InlineData("studio", "deleting, restoring, editing", 6)]
    [InlineData("gateway", "creating, renaming, deleting, restoring", 6)]
    public async Task Whatever_operation_the_disk_does_not_take_nothing_is_lost_doubled_or_left(string watched, string changes, int faults)
    {
        await using var stage = new FreeStage(watched);
        await stage.StartAsync();
        var round = 0;
        var lane = new ProjectLane(stage, (page, step) =>
        {
            var fault = DiskFault.Of(step, round++);
            page.FailAt(step, fault.Error, fault.IsLasting);
        });
        List<string> steps = [];
        foreach (var name in changes.Split(", "))
        {
            steps.Add($"{name} {await lane.RunAsync(ProjectChange.Named(name), faults * ProofSize.Times)}");
        }

        await lane.EndAsync();

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{watched}, steps of {string.Join(", ", steps)}: {lane.Disturbed} faults ({string.Join(", ", lane.Ends.CountBy(end => end))})"));
        Assert.True(lane.Disturbed >= steps.Count * faults * ProofSize.Times / 2, $"only {lane.Disturbed} faults");
    }
}
