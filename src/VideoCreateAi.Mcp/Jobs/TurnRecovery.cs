using System.Globalization;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Finds out what became of a message whose end was not seen: by reading the state, never by sending it again.</summary>
internal sealed class TurnRecovery(BackendClient backend, JobLedger ledger, TimeProvider clock)
{
    private const int MostUnchangedReads = 5;
    private const int MostReads = 20;

    private static readonly TimeSpan s_firstRead = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_nextRead = TimeSpan.FromSeconds(60);

    /// <summary>Reads until the state differs from the one before the message and has come to rest.</summary>
    /// <param name="readAtOnce">False right after the loss, when the backend is still at work.</param>
    /// <exception cref="JobUnclearException">It has not changed.</exception>
    public async Task<ProjectSnapshot> FindAsync(RunningJob running, Project project, bool readAtOnce, CancellationToken cancellationToken)
    {
        if (IsOutOfSight(running.Job, project))
        {
            throw new JobUnclearException(
                "The message was sent and its answer was lost, and since then the backend has lost the session that it was sent to: what became of it cannot be looked up any more."
                + await MoneyAsync(running.Job, cancellationToken)
                + " The project goes on in a new session; get_timeline shows what is on it.");
        }

        // Our own studio has finished or dropped a turn by the time it answers a read.
        var isStudio = backend.Backend.Kind == BackendKind.Studio;
        var mark = running.Job.StateBefore ?? "";
        ProjectSnapshot? changed = null;
        var unchanged = 0;
        for (var read = 0; read < MostReads && unchanged < (isStudio ? 1 : MostUnchangedReads); read++)
        {
            if (!isStudio && (read > 0 || !readAtOnce))
            {
                running.Report(running.Latest with { Message = "The connection was lost; looking whether the edit was made…" });
                await Task.Delay(read == 0 ? s_firstRead : s_nextRead, clock, cancellationToken);
            }

            if (await ReadAsync(project, cancellationToken) is not { } state || StateMark.Of(state) == running.Job.StateBefore)
            {
                unchanged++;
                continue;
            }

            if (isStudio || StateMark.Of(state) == mark)
            {
                return state;
            }

            // A generation arrives in stages: the same twice is the end of it.
            (mark, changed, unchanged) = (StateMark.Of(state), state, 0);
        }

        // It changed and was not seen at rest: what was seen is what is certain.
        return changed ?? throw new JobUnclearException(await WordsAsync(running.Job, cancellationToken));
    }

    /// <summary>Whether a job that was unclear can be told now. False when it cannot be asked, and when a later edit may
    /// have made the difference.</summary>
    public async Task<bool> IsClearAsync(Job job, Project project, CancellationToken cancellationToken) =>
        !IsOutOfSight(job, project)
        && await ReadAsync(project, cancellationToken) is { } state
        && StateMark.Of(state) != job.StateBefore

        // Asked after the read: an edit that the read can have seen has its row by then.
        && !await ledger.WasFollowedAsync(job, cancellationToken);

    /// <summary>A session that came after the message shows nothing of it: every difference is its own.</summary>
    private static bool IsOutOfSight(Job job, Project project) => job.SessionId is { } sentTo && sentTo != project.SessionId;

    private async Task<ProjectSnapshot?> ReadAsync(Project project, CancellationToken cancellationToken)
    {
        try
        {
            return await backend.GetStateAsync(project.SessionId, cancellationToken);
        }
        catch (BackendException fault) when (fault.Fault is not (BackendFault.SessionNotFound or BackendFault.TokenInvalid))
        {
            // A read that fails says nothing about the message.
            return null;
        }
        catch (BackendException fault)
        {
            throw new JobUnclearException($"The message was sent and its answer was lost; what became of it cannot be looked up: {fault.Message}");
        }
    }

    private async Task<string> WordsAsync(Job job, CancellationToken cancellationToken) =>
        "The message was sent, its answer was lost, and the timeline has not changed so far. It was not sent again."
        + await MoneyAsync(job, cancellationToken)
        + " Call check_job or get_timeline later to see whether it arrived; to send it again all the same, pass a fresh idempotency_key.";

    private async Task<string> MoneyAsync(Job job, CancellationToken cancellationToken)
    {
        if (backend.Backend.IsFree)
        {
            return " Nothing is charged here.";
        }

        try
        {
            var now = await backend.GetCreditsAsync(cancellationToken);
            return (job.CreditsBefore is { } before && now.Available < before, now.Frozen > 0) switch
            {
                (_, true) => string.Create(CultureInfo.InvariantCulture, $" {now.Frozen} credits are reserved: a generation may still be running."),
                (true, false) => string.Create(CultureInfo.InvariantCulture, $" The balance fell from {job.CreditsBefore} to {now.Available} credits, so it may have been charged."),
                (false, false) when job.CreditsBefore is not null => " The balance has not fallen so far.",
                _ => " It may have been charged; get_credits shows the balance.",
            };
        }
        catch (BackendException)
        {
            return " It may have been charged; get_credits shows the balance.";
        }
    }
}
