using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Simulation.Model;

namespace VideoCreateAi.Simulation.Checking;

internal sealed partial class Checker
{
    private static readonly TimeSpan s_week = TimeSpan.FromDays(7);

    /// <summary>Words by which a failure says that the backend may have done it all the same.</summary>
    private static readonly string[] s_doubts = ["may have", "may still", "not certain", "might", "unclear", "does not say whether"];

    public void CheckEnd()
    {
        var rows = world.Disk.View.Jobs();
        foreach (var row in rows.Where(row => row.State == JobState.Running))
        {
            world.Violate("every_job_ends", $"{row.Id} still runs at stage {row.Stage} after the faults are over");
        }

        foreach (var id in Untold)
        {
            world.Violate("every_end_is_told", $"{id} was accepted and its end never told");
        }

        CheckPosts(rows);
        CheckTokens();
        CheckFiles(rows);
        CheckSteps(rows);
        foreach (var row in rows)
        {
            CheckTruth(row);
        }
    }

    private void CheckPosts(List<Job> rows)
    {
        foreach (var (message, posts) in _posts)
        {
            var jobs = rows.Count(row => row.Plan.Message == message);
            var charges = world.Backend.Turns.Count(turn => turn.Message == message && turn.IsCharged);
            if (posts > jobs)
            {
                world.Violate("one_post_per_job", $"\"{message}\" left {posts} times for {jobs} jobs");
            }

            if (charges > jobs)
            {
                world.Violate("one_charge_per_job", $"\"{message}\" was charged {charges} times for {jobs} jobs");
            }
        }
    }

    private void CheckTokens()
    {
        foreach (var given in world.Backend.Given.GroupBy(token => token.ClientId))
        {
            var times = given.Select(token => token.At).Order().ToList();
            for (var i = 1; i < times.Count; i++)
            {
                if (times[i] - times[i - 1] < s_week)
                {
                    world.Violate("one_token_a_week", $"{given.Key} got {times.Count} tokens");
                }
            }
        }

        if (world.Backend.Given.Select(token => token.ClientId).Distinct().Count() > 1)
        {
            world.Violate("one_client_id", "starter tokens went to several client ids of one machine");
        }
    }

    private void CheckFiles(List<Job> rows)
    {
        Dictionary<string, List<string>> filesOfRender = [];
        foreach (var path in Directory.GetFiles(world.Disk.OutputFolder, "*.mp4"))
        {
            var content = File.ReadAllBytes(path);
            var render = world.Backend.Renders.Values.FirstOrDefault(render => content.AsSpan().SequenceEqual(render.Content));
            if (render is null)
            {
                world.Violate("whole_files_only", $"{Path.GetFileName(path)} is no render's content");
                continue;
            }

            if (!filesOfRender.TryGetValue(render.Id, out var files))
            {
                filesOfRender[render.Id] = files = [];
            }

            files.Add(path);
        }

        foreach (var (render, files) in filesOfRender.Where(render => render.Value.Count > 1))
        {
            world.Violate("one_file_per_export", $"{render} was saved as {string.Join(" and ", files.Select(Path.GetFileName))}");
        }

        foreach (var job in rows.Where(row => row.State == JobState.Done).SelectMany(row => row.Exports()).Where(row => row is { State: JobState.Done, Plan.Export: not null }))
        {
            if (job.Export is not { } export || !File.Exists(export.Path))
            {
                world.Violate("no_lost_export", $"{job.Id} is done and its file is not there");
            }
            else if (job.RenderId is { } render && !(filesOfRender.GetValueOrDefault(render)?.Contains(export.Path) ?? false))
            {
                world.Violate("no_lost_export", $"{job.Id} is done and its file is of another render");
            }
        }
    }

    /// <summary>Whoever was told that an edit changed something can come back to what it made, to the byte.</summary>
    private void CheckSteps(List<Job> rows)
    {
        var steps = world.Disk.View.Steps();
        foreach (var row in rows.Where(row => row is { Changes.Count: > 0, Stage: JobStage.Exporting or JobStage.Ended }))
        {
            if (steps.Count(step => step.JobId == row.Id) is not 1 and var count)
            {
                world.Violate("one_step_per_edit", $"{row.Id} changed the timeline and made {count} steps of the history");
            }
        }

        foreach (var (jobId, draft) in steps)
        {
            if (draft is null || !world.Backend.Sessions.Values.Any(session => session.GaveOut(draft)))
            {
                world.Violate("step_as_read", $"the step of \"{jobId}\" holds a draft that no read gave");
            }
        }
    }

    private void CheckTruth(Job row)
    {
        if (row.ErrorCode == "internal_error")
        {
            world.Violate("no_bug", $"{row.Id} ended in an internal error: {row.Error}");
        }

        if (row is { State: JobState.Done, Error: not null })
        {
            world.Violate("done_without_error", $"{row.Id} is done and says {row.ErrorCode}: {row.Error}");
        }

        if (row.Plan.Message is not { } message)
        {
            return;
        }

        var turns = world.Backend.Turns.Where(turn => turn.Message == message).ToList();
        var isAlone = world.Disk.View.Jobs().Count(other => other.Plan.Message == message) == 1;
        var toldDone = row.State == JobState.Done || (row.State != JobState.Running && row.Reply is not null);
        if (toldDone && !turns.Any(turn => turn.AppliedAt is not null || !turn.MayApply))
        {
            world.Violate("done_is_true", $"{row.Id} is told as done and the backend did not do \"{message}\"");
        }

        if (row.State == JobState.Failed && !toldDone && isAlone && turns.FirstOrDefault(turn => turn.Kind != TurnKind.Fails) is { } taken
            && !s_doubts.Any(doubt => row.Error?.Contains(doubt, StringComparison.OrdinalIgnoreCase) ?? false))
        {
            world.Violate("failed_is_true", $"{row.Id} is told as failed ({row.ErrorCode}: {row.Error}), and the backend took \"{message}\" ({taken.Kind}, charged)");
        }
    }
}
