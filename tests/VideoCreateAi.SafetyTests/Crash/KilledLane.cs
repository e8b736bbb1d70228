namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>Disturbs by kill -9. The next process finds what the one before it left, is asked for it, and goes on.</summary>
internal sealed class KilledLane(PaidStage stage, Flow flow) : Lane(stage, flow)
{
    protected override bool IsRightFailure(ToolReply end, int messages) => end.Word("error_code") == "upload_interrupted" && messages == 0;

    protected override async Task DisturbAsync(uint step, int round)
    {
        var attempt = await AttemptAsync(() => Stage.Page.KillAt(step));
        Stage.Page.Disarm();
        if (Stage.Page.Happened == 0)
        {
            return;
        }

        await Program.Gone;
        attempt.DisturbedAt = Stage.Page.Last(6);
        await StartAsync();

        // Whoever lost an answer calls again, with the same words and under the same key.
        var again = await Program.CallAsync(Tool, Hurried(attempt.Arguments));
        Assert.True(again.JobId is not null, $"{attempt}\n{again.Text}");
        Assert.True(attempt.JobId is null || attempt.Answer?.Status == "done" || attempt.JobId == again.JobId, attempt.ToString());
        attempt.JobId ??= again.JobId;
    }
}
