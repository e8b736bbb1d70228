using System.Globalization;
using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>The disk does not take the n-th operation of a flow, for every n: it is full, broken or read-only, once or from then on.
/// Each build tries one way to fail at each operation; <c>VIDEOCREATEAI_SAFETY=5</c> tries all five.</summary>
public sealed class FailingDiskTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(nameof(Flow.Making))]
    [InlineData(nameof(Flow.Exporting))]
    [InlineData(nameof(Flow.Changing))]
    public async Task Whatever_operation_the_disk_does_not_take_nothing_is_lost_doubled_or_left(string flow)
    {
        await using var stage = await PaidStage.BeginAsync();
        await using var lane = new FailingLane(stage, Flow.Named(flow));

        await lane.RunAsync(times: null, rounds: Math.Min(ProofSize.Times, 5));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{flow}: {lane.Steps} steps, {lane.Disturbed} failures ({lane.Ends})"));
        Assert.True(lane.Disturbed > lane.Steps / 2);
    }
}
