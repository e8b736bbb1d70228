using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.UnitTests.Mcp.Sessions;

public sealed class ProjectNewsTests
{
    private readonly ProjectNews _news = new();

    [Fact(Timeout = 60_000)]
    public async Task Everybody_hears_what_happens_while_they_listen()
    {
        _news.Tell("prj_1", ProjectChangeKind.List);
        using var first = _news.Open()!;
        _news.Tell("prj_2", ProjectChangeKind.Timeline);
        using var second = _news.Open()!;
        _news.Tell("prj_3", ProjectChangeKind.List);
        first.Dispose();
        second.Dispose();
        _news.Tell("prj_4", ProjectChangeKind.List);

        Assert.Equal(["prj_2", "prj_3"], await IdsAsync(first));
        Assert.Equal(["prj_3"], await IdsAsync(second));
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_does_not_read_loses_the_oldest_and_holds_up_nobody()
    {
        using var feed = _news.Open()!;

        for (var number = 0; number < 300; number++)
        {
            _news.Tell($"prj_{number}", ProjectChangeKind.Timeline);
        }

        feed.Dispose();
        var heard = await IdsAsync(feed);
        Assert.Equal((256, "prj_44", "prj_299"), (heard.Count, heard[0], heard[^1]));
    }

    [Fact]
    public void So_many_listen_and_no_more_until_one_goes()
    {
        var feeds = Enumerable.Range(0, ProjectNews.MostFeeds).Select(_ => _news.Open()!).ToList();

        var tooMany = _news.Open();
        feeds[7].Dispose();
        feeds[7].Dispose();
        using var instead = _news.Open();

        Assert.Null(tooMany);
        Assert.NotNull(instead);
        Assert.Equal(ProjectNews.MostFeeds, _news.Listeners);
    }

    private static async Task<List<string>> IdsAsync(ProjectFeed feed)
    {
        List<string> ids = [];
        await foreach (var change in feed.ReadAsync(CancellationToken.None))
        {
            ids.Add(change.ProjectId);
        }

        return ids;
    }
}
