namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>Disturbs by a disk that does not take an operation: once, or from then on until the call has been answered.</summary>
internal sealed class FailingLane(PaidStage stage, Flow flow) : Lane(stage, flow)
{
    protected override bool IsRightFailure(ToolReply end, int messages) => end.Word("error_code") switch
    {
        // The second is what a process says that finds the first only in part on the disk.
        "ledger_unwritable" or "upload_interrupted" => messages == 0 || !end.Text.Contains("nothing was charged", StringComparison.Ordinal),
        var code => code!.StartsWith("output_folder_", StringComparison.Ordinal),
    };

    // A disk that does not let go of a note keeps it for a week. It is a few bytes, and nothing is resumed from it.
    protected override bool MayStay(string path) => path.EndsWith(".videocreateai.json", StringComparison.Ordinal);

    protected override async Task DisturbAsync(uint step, int round)
    {
        var fault = DiskFault.Of(step, round);
        var before = 0u;
        var attempt = await AttemptAsync(() =>
        {
            before = Stage.Page.Count;
            Stage.Page.FailAt(step, fault.Error, fault.IsLasting);
        });
        Stage.Page.Disarm();
        if (Stage.Page.Happened == 0)
        {
            return;
        }

        attempt.DisturbedAt = [fault.ToString(), .. Stage.Page.From(before + step, 3)];
        if (attempt.JobId is null)
        {
            // Refused, and nothing was begun: said again, now that the disk is well, it goes through.
            Assert.True(attempt.Answer?.Code is not null and not "internal_error", attempt.ToString());
            attempt.Refusal = attempt.Answer;
            attempt.Answer = await Program.CallAsync(Tool, attempt.Arguments);
            attempt.JobId = attempt.Answer.JobId;
        }
    }
}
