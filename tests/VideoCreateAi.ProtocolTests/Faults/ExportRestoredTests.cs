using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>Where a backend cannot take an older timeline back, the step that was chosen is what is exported.</summary>
public sealed class ExportRestoredTests : IDisposable
{
    // Spelled as nobody's serializer would spell it.
    private const string One = """{ "d":3.0e3 ,"m":{"title":"Gr\u00fcn"},"t":[{"tt":0,"sg":[{"s":0,"d":3000,"m":{"name":"one.jpg"}}]}]}""";
    private const string Two = """{"d":3000,"m":{"title":"Two"},"t":[{"tt":0,"sg":[{"s":0,"d":3000,"m":{"name":"two.jpg"}}]}]}""";
    private const string Three = """{"d":3000,"m":{"title":"Three"},"t":[{"tt":0,"sg":[{"s":0,"d":3000,"m":{"name":"three.jpg"}}]}]}""";

    private readonly ExportFixture _export = new();

    public void Dispose() => _export.Dispose();

    [Fact(Timeout = 20_000)]
    public async Task A_restored_step_is_exported_to_the_byte()
    {
        await TwoEditsAsync();

        var restored = await _export.RestoreAsync(2);
        var job = await _export.ExportAsync();

        Assert.Contains("restored for export", restored.Reply, StringComparison.Ordinal);
        Assert.Contains("Video: two.jpg → one.jpg", restored.Changes);
        Assert.Equal([One], _export.Backend.SubmittedDrafts);
        Assert.Equal((JobState.Done, 2), (job.State, job.RenderedStep));
        Assert.Equal(["Grün.mp4"], _export.Names);
    }

    [Fact(Timeout = 20_000)]
    public async Task The_file_of_a_restored_step_is_not_called_outdated()
    {
        await TwoEditsAsync();
        await _export.RestoreAsync(2);

        var job = await _export.ExportAsync();

        Assert.DoesNotContain(job.Export!.Notes, note => note.Contains("timeline changed", StringComparison.Ordinal));
    }

    [Fact(Timeout = 20_000)]
    public async Task The_next_edit_works_on_the_editors_own_and_that_is_exported_again()
    {
        await TwoEditsAsync();
        await _export.RestoreAsync(2);
        await _export.ExportAsync();

        await _export.EditAsync("third", Three);
        var job = await _export.ExportAsync();

        Assert.Equal([One, Three], _export.Backend.SubmittedDrafts);
        Assert.Null(job.RenderedStep);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_change_by_somebody_else_ends_the_choice_too()
    {
        await TwoEditsAsync();
        await _export.RestoreAsync(2);
        _export.Backend.Draft = Three;

        await _export.ExportAsync();

        Assert.Equal([Three], _export.Backend.SubmittedDrafts);
    }

    [Fact(Timeout = 20_000)]
    public async Task One_can_go_forward_again()
    {
        await TwoEditsAsync();
        await _export.RestoreAsync(2);

        var forward = await _export.RestoreAsync(3);
        await _export.ExportAsync();

        Assert.Contains("editor's own timeline", forward.Reply, StringComparison.Ordinal);
        Assert.Equal([Two], _export.Backend.SubmittedDrafts);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_step_that_was_restored_is_a_step_that_can_be_restored()
    {
        await TwoEditsAsync();
        await _export.RestoreAsync(2);
        await _export.RestoreAsync(3);

        await _export.RestoreAsync(4);
        await _export.ExportAsync();

        Assert.Equal([One], _export.Backend.SubmittedDrafts);
    }

    [Fact(Timeout = 20_000)]
    public async Task Restoring_the_step_that_is_chosen_changes_nothing()
    {
        await TwoEditsAsync();
        await _export.RestoreAsync(2);
        var before = await _export.History.CountAsync(_export.Project.Id, CancellationToken.None);

        var again = await _export.RestoreAsync(2);

        Assert.Equal(RestoreStep.NothingChanged, again.Reply);
        Assert.Equal(before, await _export.History.CountAsync(_export.Project.Id, CancellationToken.None));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_chosen_step_that_can_no_longer_be_read_is_told_and_another_can_be_chosen()
    {
        await TwoEditsAsync();
        await _export.RestoreAsync(2);
        await _export.Database.ExecuteAsync("UPDATE steps SET draft=x'0011' WHERE number=4", _ => { }, CancellationToken.None);

        var refused = await _export.ExportAsync();
        await _export.RestoreAsync(3);
        await _export.ExportAsync();

        Assert.Equal((JobState.Failed, "step_damaged"), (refused.State, refused.ErrorCode));
        Assert.Equal([Two], _export.Backend.SubmittedDrafts);
    }

    [Fact(Timeout = 20_000)]
    public async Task The_render_of_a_restored_step_goes_on_after_a_crash_as_that_step()
    {
        await TwoEditsAsync();
        await _export.RestoreAsync(2);
        var job = await _export.AddJobAsync();
        _export.Backend.Fault = (kind, count, _) => kind == "status" && count == 1 ? throw new ProcessEndedException() : null;
        await Assert.ThrowsAsync<ProcessEndedException>(() => _export.ExportAsync(job));
        _export.Backend.Fault = (_, _, _) => null;

        var resumed = await _export.ExportAsync(await _export.RowOfAsync(job.Id), mayHaveBegun: true);

        Assert.Equal((JobState.Done, 2), (resumed.State, resumed.RenderedStep));
        Assert.Equal([One], _export.Backend.SubmittedDrafts);
        Assert.DoesNotContain(resumed.Export!.Notes, note => note.Contains("timeline changed", StringComparison.Ordinal));
    }

    [Theory(Timeout = 20_000)]
    [InlineData(0, "step_not_found")]
    [InlineData(4, "step_not_found")]
    public async Task A_step_that_is_not_there_is_refused(int step, string code)
    {
        await TwoEditsAsync();

        var refused = await Assert.ThrowsAsync<ToolRefusedException>(() => _export.RestoreAsync(step));

        Assert.Equal(code, refused.Code);
        Assert.Contains("newest is 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_step_whose_draft_was_dropped_says_so()
    {
        await TwoEditsAsync();
        await _export.Database.ExecuteAsync("UPDATE steps SET draft=NULL WHERE number=2", _ => { }, CancellationToken.None);

        Assert.Equal("step_dropped", (await Assert.ThrowsAsync<ToolRefusedException>(() => _export.RestoreAsync(2))).Code);
    }

    // The timeline from before the first edit that is seen is a step as well.
    private async Task TwoEditsAsync()
    {
        await _export.EditAsync("first", One);
        await _export.EditAsync("second", Two);
    }

    private sealed class ProcessEndedException : Exception;
}
