using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Jobs;

public sealed class ProjectHistoryTests : IAsyncDisposable
{
    private const string ProjectId = "prj_1";

    private readonly TempFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly LedgerDatabase _database;
    private readonly JobLedger _ledger;
    private readonly ProjectHistory _history;
    private int _jobs;

    public ProjectHistoryTests()
    {
        _database = new LedgerDatabase(_folder.File("ledger.db"), NullLogger<LedgerDatabase>.Instance);
        _ledger = new JobLedger(_database);
        _history = History();
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"d\" : 1e3 ,\t\"t\":[ ], \"ümlaut\":\"\\u00e9 é 🎬\",\"d\":1000 }\n")]
    public async Task A_draft_comes_back_to_the_byte(string text)
    {
        var draft = new RawDraft(Encoding.UTF8.GetBytes(text));

        await MakeAsync("first", draft);

        var kept = await _history.DraftAsync(ProjectId, 1, CancellationToken.None);
        Assert.Equal(draft.Utf8.ToArray(), kept!.Utf8.ToArray());
    }

    [Fact]
    public async Task Steps_are_numbered_and_listed_newest_first()
    {
        await MakeAsync("make a video", Draft(1), "Video added");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await MakeAsync("two\nlines of words", Draft(2), "Title added", "Music added");

        var steps = await _history.ListAsync(ProjectId, 10, CancellationToken.None);

        Assert.Equal([2, 1], steps.Select(step => step.Number));
        Assert.Equal(["two lines of words", "make a video"], steps.Select(step => step.Message));
        Assert.Equal(["Title added", "Music added"], steps[0].Changes);
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeMilliseconds(), steps[0].Made.ToUnixTimeMilliseconds());
        Assert.Equal(2, await _history.CountAsync(ProjectId, CancellationToken.None));
    }

    [Fact]
    public async Task Beyond_the_limit_the_oldest_lose_their_draft_and_keep_their_line()
    {
        for (var number = 1; number <= ProjectHistory.MostDrafts + 3; number++)
        {
            await MakeAsync($"edit {number}", Draft(number));
        }

        var steps = await _history.ListAsync(ProjectId, 1000, CancellationToken.None);

        Assert.Equal(ProjectHistory.MostDrafts + 3, steps.Count);
        Assert.Equal([3, 2, 1], steps.Where(step => !step.CanBeRestored).Select(step => step.Number));
        Assert.Null(await _history.DraftAsync(ProjectId, 3, CancellationToken.None));
        Assert.NotNull(await _history.DraftAsync(ProjectId, 4, CancellationToken.None));
    }

    [Fact]
    public async Task Drafts_that_are_too_large_together_make_room_and_the_newest_stays_whatever_its_size()
    {
        var history = History(mostBytes: 3000);
        await MakeAsync("small", Draft(1), history);
        await MakeAsync("large", Noise(2000), history);
        await MakeAsync("large too", Noise(2000), history);
        await MakeAsync("larger than all", Noise(9000), history);

        var steps = await history.ListAsync(ProjectId, 10, CancellationToken.None);

        Assert.Equal([true, false, false, false], steps.Select(step => step.CanBeRestored));
    }

    [Fact]
    public async Task Another_project_keeps_its_own()
    {
        var small = History(mostBytes: 1);
        await MakeAsync("mine", Draft(1), small);
        await MakeAsync("theirs", Draft(1), small, projectId: "prj_2");

        Assert.True((await _history.FindAsync(ProjectId, 1, CancellationToken.None))!.CanBeRestored);
        Assert.True((await _history.FindAsync("prj_2", 1, CancellationToken.None))!.CanBeRestored);
    }

    [Fact]
    public async Task The_end_of_a_job_and_its_step_are_written_together()
    {
        var job = await JobAsync("edit");

        await _history.SaveAsync(job with { Stage = JobStage.Ended }, Step("edit", Draft(1)), CancellationToken.None);

        Assert.Equal(JobStage.Ended, (await _ledger.FindAsync(job.Id, CancellationToken.None))!.Stage);
        Assert.Equal(1, await _history.CountAsync(ProjectId, CancellationToken.None));
    }

    [Fact]
    public async Task A_job_that_another_process_took_writes_no_step()
    {
        var job = await JobAsync("edit");
        Assert.True(await _ledger.TakeOverAsync(job, "another", CancellationToken.None));

        await Assert.ThrowsAsync<JobTakenException>(() => _history.SaveAsync(job with { Stage = JobStage.Ended }, Step("edit", Draft(1)), CancellationToken.None));

        Assert.Equal(0, await _history.CountAsync(ProjectId, CancellationToken.None));
    }

    [Fact]
    public async Task A_job_that_was_taken_over_after_it_wrote_its_step_writes_no_second()
    {
        var job = await JobAsync("edit");
        await _history.SaveAsync(job, Step("edit", Draft(1)), CancellationToken.None);

        await _history.SaveAsync(job with { Stage = JobStage.Ended }, Step("edit", Draft(1)), CancellationToken.None);

        Assert.Equal(1, await _history.CountAsync(ProjectId, CancellationToken.None));
    }

    [Fact]
    public async Task A_step_that_cannot_be_kept_does_not_lose_the_end_of_its_job()
    {
        var job = await JobAsync("edit");
        await _database.ExecuteAsync("DROP TABLE steps", _ => { }, CancellationToken.None);

        await _history.SaveAsync(job with { Stage = JobStage.Ended, Reply = "Done." }, Step("edit", Draft(1)), CancellationToken.None);

        Assert.Equal("Done.", (await _ledger.FindAsync(job.Id, CancellationToken.None))!.Reply);
    }

    [Fact]
    public async Task What_changed_the_timeline_unseen_becomes_a_step_of_its_own_before_the_next_edit()
    {
        await MakeAsync("first", Draft(1));

        await MakeAsync("second", Draft(3), before: Draft(2));

        var steps = await _history.ListAsync(ProjectId, 10, CancellationToken.None);
        Assert.Equal([HistoryStepKind.Edited, HistoryStepKind.Found, HistoryStepKind.Edited], steps.Select(step => step.Kind));
        Assert.Equal(Draft(2).Digest, (await _history.DraftAsync(ProjectId, 2, CancellationToken.None))!.Digest);
    }

    [Fact]
    public async Task A_timeline_that_some_step_has_is_not_found_again()
    {
        await MakeAsync("first", Draft(1));
        await MakeAsync("second", Draft(2), before: Draft(1));

        await MakeAsync("third", Draft(3), before: Draft(1));

        Assert.Equal(["third", "second", "first"], (await _history.ListAsync(ProjectId, 10, CancellationToken.None)).Select(step => step.Message));
    }

    [Theory]
    [InlineData("UPDATE steps SET draft=x'00112233'")]
    [InlineData("UPDATE steps SET draft=substr(draft, 1, length(draft) - 3)")]
    [InlineData("UPDATE steps SET length=length+1")]
    [InlineData("UPDATE steps SET length=length-1")]
    [InlineData("UPDATE steps SET length=-5")]
    [InlineData("UPDATE steps SET digest='00'")]
    public async Task A_damaged_draft_is_none(string damage)
    {
        await MakeAsync("first", Noise(500));

        await _database.ExecuteAsync(damage, _ => { }, CancellationToken.None);

        Assert.Null(await _history.DraftAsync(ProjectId, 1, CancellationToken.None));
        Assert.Single(await _history.ListAsync(ProjectId, 10, CancellationToken.None));
    }

    [Fact]
    public async Task A_choice_holds_until_the_timeline_beside_it_changes()
    {
        await MakeAsync("first", Draft(1));
        var job = await JobAsync("restore");
        var chosen = new NewHistoryStep(HistoryStepKind.Chosen, "restored step 1", [], Draft(1), Draft(2)) { Restored = 1 };

        await _history.SaveAsync(job, chosen, CancellationToken.None);

        Assert.Equal(1, (await _history.ChosenAsync(ProjectId, Draft(2), CancellationToken.None))?.Restored);
        Assert.Null(await _history.ChosenAsync(ProjectId, Draft(3), CancellationToken.None));
    }

    private ProjectHistory History(long? mostBytes = null) => mostBytes is { } bytes
        ? new ProjectHistory(_database, _ledger, _clock, NullLogger<ProjectHistory>.Instance) { MostBytes = bytes }
        : new ProjectHistory(_database, _ledger, _clock, NullLogger<ProjectHistory>.Instance);

    private async Task MakeAsync(string message, RawDraft draft, ProjectHistory? history = null, RawDraft? before = null, string projectId = ProjectId) =>
        await (history ?? _history).SaveAsync(await JobAsync(message, projectId), Step(message, draft, before), CancellationToken.None);

    private async Task MakeAsync(string message, RawDraft draft, params string[] changes) =>
        await _history.SaveAsync(await JobAsync(message), Step(message, draft) with { Changes = changes }, CancellationToken.None);

    private async Task<Job> JobAsync(string message, string projectId = ProjectId)
    {
        var job = new Job
        {
            Id = $"job_{++_jobs}", ProjectId = projectId, Tool = "edit_video", Plan = new JobPlan { Message = message }, Owner = "1:1", Stage = JobStage.Exporting,
        };
        await _ledger.AddAsync(job, CancellationToken.None);
        return job;
    }

    private static NewHistoryStep Step(string message, RawDraft draft, RawDraft? before = null) =>
        new(HistoryStepKind.Edited, message, [], draft, before ?? RawDraft.Empty);

    private static RawDraft Draft(int number) => new(Encoding.UTF8.GetBytes($$"""{"d":{{number}}000,"t":[]}"""));

    private static RawDraft Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return new RawDraft(bytes);
    }
}
