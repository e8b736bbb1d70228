using VideoCreateAi.Mcp.Ledger;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Writes down how each step of a job ended.</summary>
internal sealed class JobAudit(AuditTrail trail)
{
    /// <param name="describe">Adds what is known of the effect once it is over; null = nothing.</param>
    public async Task AroundAsync(RunningJob running, string effect, Func<AuditLine, AuditLine>? describe, Func<Task> step)
    {
        var line = new AuditLine { Tool = running.Job.Tool, Effect = effect, JobId = running.Job.Id, ProjectId = running.Job.ProjectId, Outcome = "done" };
        try
        {
            await step();
        }
        catch (Exception fault)
        {
            line = line with { Outcome = OutcomeOf(running, fault), Code = JobFault.Of(fault)?.Code };
            throw;
        }
        finally
        {
            await trail.WriteAsync(describe is null ? line : describe(line));
        }
    }

    private static string OutcomeOf(RunningJob running, Exception fault) => fault switch
    {
        JobUnclearException => "unknown",
        JobCancelledException => "cancelled",
        OperationCanceledException => running.Job.MayHaveBeenSent ? "unknown" : running.IsCancelWanted ? "cancelled" : "left",
        JobTakenException => "left",
        _ when running.Job.MayHaveBeenSent && JobFault.Of(fault) is null => "unknown",
        _ => "failed",
    };
}
