using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Decides whether a call begins a job, joins the one that it repeats, or has to wait for another edit.
/// Clients repeat calls that they lost, under new ids: only the ledger can tell.</summary>
internal sealed class JobDesk(JobLedger ledger, JobRunner runner, ProjectSessions sessions, SpendingGate spending, BackendClient backend) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>The uploads of the request are the job's when it begins, and are closed in every other case.</summary>
    public async Task<BegunJob> BeginAsync(JobRequest request, CancellationToken cancellationToken)
    {
        try
        {
            CheckKey(request.IdempotencyKey);
            await _gate.WaitAsync(cancellationToken);
        }
        catch
        {
            request.Uploads.Dispose();
            throw;
        }

        try
        {
            var begun = await FindAsync(request, sessions.CurrentId, cancellationToken) ?? await AddAsync(request, cancellationToken);
            if (begun.Joined)
            {
                request.Uploads.Dispose();
            }

            return begun;
        }
        catch
        {
            request.Uploads.Dispose();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private static void CheckKey(string? key)
    {
        if (key is not null && (key.Length is 0 or > JobRequest.LongestKey || key.Any(char.IsControl)))
        {
            throw new ToolRefusedException("invalid_argument", $"idempotency_key must have 1 to {JobRequest.LongestKey} characters without line breaks.");
        }
    }

    /// <param name="current">The project that is meant where the request names none.</param>
    private async Task<BegunJob?> FindAsync(JobRequest request, string? current, CancellationToken cancellationToken)
    {
        var digest = request.Digest(sessions.BackendKey);
        var found = request.IdempotencyKey is { } key
            ? await ledger.FindByKeyAsync(KeyOf(key), cancellationToken)
            : await ledger.FindRepeatAsync(
                digest, request.ProjectId == ProjectSessions.NewProject ? null : request.ProjectId ?? current, cancellationToken);
        if (found is null)
        {
            return null;
        }

        if (found.Request != digest)
        {
            throw new ToolRefusedException(
                "key_reused", $"That idempotency_key belongs to another request (job {found.Id}). Nothing was done. Use a fresh key for a new request, and the same key only to repeat one.");
        }

        // It becomes this conversation's project, as if the call had begun it.
        await sessions.FindAsync(found.ProjectId, cancellationToken);
        return new BegunJob(found, Joined: true);
    }

    private async Task<BegunJob> AddAsync(JobRequest request, CancellationToken cancellationToken)
    {
        if (request.ProjectId is { } named && named != ProjectSessions.NewProject)
        {
            // Before anybody is asked for a balance or for consent.
            await sessions.LookUpAsync(named, cancellationToken);
        }

        await ThrowWhenUnsafeAsync(request, cancellationToken);
        var estimate = await spending.PassAsync(request, request.Digest(sessions.BackendKey), cancellationToken);
        var project = request.NeedsProject
            ? await sessions.FindAsync(request.ProjectId, cancellationToken)
            : await sessions.OpenAsync(request.ProjectId, request.FirstMessage, cancellationToken);
        if (request.Plan is { Export: not null, Message: null } && await ledger.FindEditAsync(project.Id, cancellationToken) is { } editing)
        {
            throw await BusyAsync(editing, cancellationToken);
        }

        var key = request.IdempotencyKey is { } own ? KeyOf(own) : null;
        try
        {
            return new BegunJob(
                await runner.BeginAsync(request, project, request.Digest(sessions.BackendKey), key, estimate, cancellationToken), Joined: false);
        }
        catch (LedgerConflictException)
        {
            // Another process was faster, with the same request or with another edit.
            return await FindAsync(request, project.Id, cancellationToken)
                ?? throw (await ledger.FindEditAsync(project.Id, cancellationToken) is { } other
                    ? await BusyAsync(other, cancellationToken)
                    : Busy("The project was busy a moment ago. Nothing was sent; call again."));
        }
    }

    /// <summary>What costs money must be on the disk before it is sent.</summary>
    private async Task ThrowWhenUnsafeAsync(JobRequest request, CancellationToken cancellationToken)
    {
        if (request.Plan.Message is null || backend.Backend.IsFree)
        {
            return;
        }

        if (!await ledger.IsDurableAsync(cancellationToken))
        {
            throw new ToolRefusedException(
                "ledger_not_durable",
                "The data directory cannot be written, so a step that may cost credits is not begun: after a crash nobody could tell whether it was paid. Nothing was sent. Free space there or choose another with --data, then start the server again.");
        }
    }

    // An edit whose process is gone is taken over by the look at it: it ends, and the next call goes through.
    private async Task<ToolRefusedException> BusyAsync(Job editing, CancellationToken cancellationToken)
    {
        var now = await runner.LookAtAsync(editing.Id, cancellationToken);
        return now.State == JobState.Running
            ? Busy($"An edit of this project is still running (job {editing.Id}). One at a time keeps their order, so nothing was sent. Call check_job with that job_id, then call again.")
            : Busy($"An earlier edit of this project has just ended (job {editing.Id}, {now.State.ToString().ToLowerInvariant()}). Nothing was sent. Call check_job with that job_id to hear how, then call again.");
    }

    private static ToolRefusedException Busy(string message) => new("project_busy", message);

    private string KeyOf(string key) => $"{sessions.BackendKey} {key}";
}
