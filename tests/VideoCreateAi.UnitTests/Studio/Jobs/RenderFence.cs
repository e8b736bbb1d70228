using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Store;
using VideoCreateAi.Studio.Users;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Studio.Jobs;

public sealed class RenderFence : IAsyncLifetime
{
    private static readonly RenderedFile s_file = new("x.mp4", 1000, 1080, 1920, TimeSpan.FromSeconds(30), 900, ["A note."]);

    private readonly TempFolder _folder = new();
    private readonly FakeClock _clock = new();
    private RenderStore _renders = null!;

    public async Task InitializeAsync()
    {
        var database = new SqliteStudioDatabase(_folder.File("studio.db"));
        await database.PrepareAsync(default);
        var user = (await new UserStore(database, _clock).IssueTokenAsync("client", default)).UserId!;
        var session = await new ProjectStore(database, _clock).CreateAsync(user, "project", "en", default);
        _renders = new RenderStore(database, _clock);
        await _renders.AddAsync("r1", session.SessionId, user, "{}", "{}", default);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Only_the_latest_attempt_publishes()
    {
        var first = (await _renders.TakeAsync("r1", "a", takesOver: true, default))!.Value;
        var second = (await _renders.TakeAsync("r1", "b", takesOver: true, default))!.Value;

        Assert.False(await _renders.CommitAsync("r1", first, "late.mp4", s_file, default));
        Assert.True(await _renders.CommitAsync("r1", second, "good.mp4", s_file, default));
        Assert.Equal("good.mp4", (await _renders.FindAsync("r1", default))!.File);
    }

    [Fact]
    public async Task An_older_attempt_learns_that_it_has_lost()
    {
        var first = (await _renders.TakeAsync("r1", "a", takesOver: true, default))!.Value;
        await _renders.TakeAsync("r1", "b", takesOver: true, default);

        Assert.False(await _renders.ReportAsync("r1", first, 0.5, null, default));
    }

    [Fact]
    public async Task A_finished_render_is_not_taken_again()
    {
        var attempt = (await _renders.TakeAsync("r1", "a", takesOver: true, default))!.Value;
        await _renders.CommitAsync("r1", attempt, "good.mp4", s_file, default);

        Assert.Null(await _renders.TakeAsync("r1", "b", takesOver: true, default));
    }

    [Fact]
    public async Task The_fourth_attempt_is_not_made_and_the_render_has_failed()
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(attempt, await _renders.TakeAsync("r1", "a", takesOver: true, default));
        }

        Assert.Null(await _renders.TakeAsync("r1", "a", takesOver: true, default));
        var row = (await _renders.FindAsync("r1", default))!;
        Assert.Equal((RenderState.Failed, "render_crashed"), (row.State, row.ErrorCode));
    }

    [Fact]
    public async Task An_attempt_that_is_handed_back_does_not_count()
    {
        for (var round = 0; round < 10; round++)
        {
            var attempt = await _renders.TakeAsync("r1", "a", takesOver: true, default);
            await _renders.HandBackAsync("r1", attempt!.Value, default);
        }

        Assert.Equal(RenderState.Queued, (await _renders.FindAsync("r1", default))!.State);
        Assert.NotNull(await _renders.TakeAsync("r1", "a", takesOver: true, default));
    }

    [Fact]
    public async Task A_render_that_waits_is_cancelled_at_once()
    {
        await _renders.RequestCancelAsync("r1", default);

        Assert.Equal(RenderState.Cancelled, (await _renders.FindAsync("r1", default))!.State);
        Assert.Null(await _renders.TakeAsync("r1", "a", takesOver: true, default));
    }

    [Fact]
    public async Task A_cancel_wins_over_a_file_that_is_just_ready()
    {
        var attempt = (await _renders.TakeAsync("r1", "a", takesOver: true, default))!.Value;
        await _renders.RequestCancelAsync("r1", default);

        Assert.False(await _renders.CommitAsync("r1", attempt, "late.mp4", s_file, default));
        Assert.True(await _renders.EndCancelledAsync("r1", default));
    }

    [Fact]
    public async Task A_file_is_forgotten_after_its_time_and_not_before()
    {
        var attempt = (await _renders.TakeAsync("r1", "a", takesOver: true, default))!.Value;
        await _renders.CommitAsync("r1", attempt, "good.mp4", s_file, default);
        _clock.Advance(TimeSpan.FromDays(6));
        var early = await _renders.ForgetFilesAsync(TimeSpan.FromDays(7), default);
        _clock.Advance(TimeSpan.FromDays(2));
        var late = await _renders.ForgetFilesAsync(TimeSpan.FromDays(7), default);

        Assert.Empty(early);
        Assert.Equal(["good.mp4"], late);
    }
}
