using System.Text.Json;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Simulation.Model;

namespace VideoCreateAi.Simulation.Checking;

/// <summary>Holds the three logs against each other: while it happens what must already be written down, and at the end what
/// became of every job.</summary>
internal sealed partial class Checker(World world)
{
    private readonly Dictionary<string, int> _posts = [];
    private readonly Dictionary<(string Job, int Item), string> _renderOfJob = [];
    private readonly Dictionary<string, byte[]> _draftOfJob = [];
    private readonly Dictionary<string, (UserCall Call, Job? Told)> _accepted = [];

    public int Accepted => _accepted.Count;

    /// <summary>A message's bytes may have left.</summary>
    public void OnTurn(LoggedRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        var message = body.RootElement.GetProperty("new_message").GetProperty("parts")[0].GetProperty("text").GetString()!;
        var project = world.Disk.View.ProjectOf(body.RootElement.GetProperty("session_id").GetString()!);
        _posts[message] = _posts.GetValueOrDefault(message) + 1;
        var jobs = world.Disk.View.Jobs();
        if (!jobs.Any(job => job is { State: JobState.Running, Stage: JobStage.Editing, StateBefore: not null }
            && job.Plan.Message == message

            // No project: another job of it has just heard that the session is gone and given it up.
            && (project is null || job.ProjectId == project) && job.Owner == request.Process.Current))
        {
            world.Violate("ledger_first", $"\"{message}\" left while no row of its process says so");
        }

        if (jobs.Any(job => job is { State: JobState.Running, Stage: JobStage.Editing }
            && job.ProjectId == project && job.Plan.Message != message))
        {
            world.Violate("one_edit_per_project", $"\"{message}\" left while another edit of the project is in flight");
        }
    }

    public void OnUpload(LoggedRequest request, ModelSession session)
    {
        var project = world.Disk.View.ProjectOf(session.Id);
        if (!world.Disk.View.Jobs().Any(job => job.ProjectId == project && job.Plan.Uploads > 0))
        {
            world.Violate("ledger_first", $"{request} has no row");
        }
    }

    public void OnSubmit(LoggedRequest request, string renderId, ModelSession session, ReadOnlySpan<byte> draft)
    {
        if (!session.GaveOut(draft))
        {
            world.Violate("draft_as_read", $"{request} carries a draft that no read gave");
        }

        var job = world.Disk.View.Jobs().FirstOrDefault(job => job.RenderId == renderId);
        if (job is null)
        {
            world.Violate("ledger_first", $"{renderId} was submitted while no row names it");
        }
        else if (_renderOfJob.TryAdd((job.Id, job.Item), renderId) is false && _renderOfJob[(job.Id, job.Item)] != renderId)
        {
            world.Violate("one_render_per_job", $"{job.Id} submitted {_renderOfJob[(job.Id, job.Item)]} and {renderId}");
        }
        else if (_draftOfJob.TryAdd(job.Id, draft.ToArray()) is false && !draft.SequenceEqual(_draftOfJob[job.Id]))
        {
            world.Violate("one_timeline_per_job", $"{job.Id} submitted another timeline with {renderId} than before");
        }
    }

    /// <summary>A client was told that its call is a job now.</summary>
    public void OnAccepted(UserCall call, Job job)
    {
        _accepted.TryAdd(job.Id, (call, null));
        if (!world.Disk.View.Jobs().Any(row => row.Id == job.Id))
        {
            world.Violate("ledger_first", $"{job.Id} was accepted without a row");
        }
    }

    /// <summary>A client was told how a job ended.</summary>
    public void OnTold(Job job)
    {
        if (!_accepted.TryGetValue(job.Id, out var known))
        {
            return;
        }

        if (known.Told is { State: JobState.Done or JobState.Cancelled or JobState.Failed } before && before.State != job.State)
        {
            world.Violate("one_end", $"{job.Id} was told as {before.State} and later as {job.State}");
        }

        _accepted[job.Id] = (known.Call, job);
    }

    public bool IsAccepted(string jobId) => _accepted.ContainsKey(jobId);

    public bool IsTold(string jobId) => _accepted.TryGetValue(jobId, out var known) && known.Told is not null;

    public IReadOnlyList<string> Untold => [.. _accepted.Where(job => job.Value.Told is null).Select(job => job.Key)];
}
