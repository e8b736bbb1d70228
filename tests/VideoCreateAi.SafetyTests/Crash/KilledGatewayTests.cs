using System.Globalization;
using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>kill -9 of the published program before each of its operations on its files, one after the other, in each flow.
/// <c>VIDEOCREATEAI_SAFETY=200</c> makes ten thousand kills of it.</summary>
public sealed class KilledGatewayTests(ITestOutputHelper output)
{
    // Above what a loaded machine needs; the figures are in the output.
    private static readonly TimeSpan s_ready = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(nameof(Flow.Making), 34)]
    [InlineData(nameof(Flow.Exporting), 12)]
    [InlineData(nameof(Flow.Changing), 4)]
    public async Task A_program_that_is_killed_at_any_step_is_followed_by_one_that_loses_doubles_and_leaves_nothing(string flow, int kills)
    {
        await using var stage = await PaidStage.BeginAsync();
        await using var lane = new KilledLane(stage, Flow.Named(flow));

        await lane.RunAsync(kills * ProofSize.Times);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{flow}: {lane.Steps} steps, {lane.Disturbed} kills ({lane.Ends}), ready again after {lane.Ready.Average(time => time.TotalSeconds):0.00} s, at most {lane.Ready.Max().TotalSeconds:0.00} s"));
        Assert.True(lane.Disturbed >= kills * ProofSize.Times * 8 / 10, $"only {lane.Disturbed} kills");
        Assert.All(lane.Ready, time => Assert.True(time < s_ready));
    }
}
