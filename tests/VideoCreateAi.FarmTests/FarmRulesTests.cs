using System.Net;
using Npgsql;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.FarmTests;

/// <summary>Who may do what in a farm, and how much of it.</summary>
[Collection(OneFarm.Name)]
public sealed class FarmRulesTests(FarmStage stage)
{
    private static readonly RenderOutput s_small = new() { Quality = "draft", Width = 320, Height = 180 };
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task A_user_has_as_many_exports_at_once_as_is_allowed_and_learns_when_to_come_back()
    {
        await stage.ReviveAsync();
        using var user = new FarmClient(stage.Apis, await stage.AddUserAsync("ben", "--most-renders", "2"));
        var session = await user.CreateProjectAsync(stage.Pictures, "8 seconds each");
        var draft = (await user.StateAsync(session)).Draft!.Value;
        var ids = Enumerable.Range(0, 6).Select(_ => $"quota{Guid.NewGuid():N}").ToList();

        var replies = await Task.WhenAll(ids.Select(id => user.SubmitAsync(id, session, draft, s_small)));

        Assert.Equal(2, replies.Count(reply => reply.IsSuccessStatusCode));
        Assert.All(replies.Where(reply => !reply.IsSuccessStatusCode), reply =>
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, reply.StatusCode);
            Assert.InRange(reply.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        });
        foreach (var (id, reply) in ids.Zip(replies).Where(pair => pair.Second.IsSuccessStatusCode))
        {
            await user.CancelAsync(id);
        }
    }

    [Fact]
    public async Task An_export_costs_a_credit_a_minute_and_one_that_is_cancelled_gives_it_back()
    {
        await stage.ReviveAsync();
        using var user = new FarmClient(stage.Apis, await stage.AddUserAsync("carla", "--credits", "2"));
        var session = await user.CreateProjectAsync(stage.Pictures.Take(1), "4 seconds");
        var draft = (await user.StateAsync(session)).Draft!.Value;
        string[] ids = [$"paid1{Guid.NewGuid():N}", $"paid2{Guid.NewGuid():N}", $"paid3{Guid.NewGuid():N}"];

        (await user.SubmitAsync(ids[0], session, draft, s_small)).Dispose();
        Assert.Equal(RenderStatus.Completed, (await user.EndOfAsync(ids[0], s_limit)).Status);
        Assert.Equal("1", await BalanceAsync("carla"));

        await Task.WhenAll(stage.Workers.Select(worker => worker.FreezeAsync()));
        (await user.SubmitAsync(ids[1], session, draft, s_small)).Dispose();
        using var broke = await user.SubmitAsync(ids[2], session, draft, s_small);
        Assert.Equal(HttpStatusCode.PaymentRequired, broke.StatusCode);
        Assert.Contains("2001", await broke.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await user.CancelAsync(ids[1]);
        await Task.WhenAll(stage.Workers.Select(worker => worker.ThawAsync()));
        for (var wait = 0; wait < 50 && await BalanceAsync("carla") != "1"; wait++)
        {
            await Task.Delay(100);
        }

        Assert.Equal("1", await BalanceAsync("carla"));
    }

    [Theory]
    [InlineData("read", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("read,edit", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("export", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task A_key_is_good_for_its_scopes_only(string scopes, HttpStatusCode reading, HttpStatusCode making)
    {
        using var user = new FarmClient(stage.Apis, await stage.AddUserAsync("dora", "--scopes", scopes));

        using var balance = await user.SendAsync(stage.Apis[0], HttpMethod.Get, Routes.CreditBalance);
        using var project = await user.SendAsync(stage.Apis[0], HttpMethod.Post, Routes.CreateSession, new StringContent("{}"));

        Assert.Equal((reading, making), (balance.StatusCode, project.StatusCode));
    }

    [Fact]
    public async Task Keys_that_were_taken_back_and_callers_without_one_are_refused()
    {
        using var user = new FarmClient(stage.Apis, await stage.AddUserAsync("emil"));
        using var good = await user.SendAsync(stage.Apis[1], HttpMethod.Get, Routes.CreditBalance);
        await stage.AdministerAsync("user", "remove", "emil");
        using var gone = await user.SendAsync(stage.Apis[1], HttpMethod.Get, Routes.CreditBalance);
        using var anonymous = await user.SendAsync(stage.Apis[1], HttpMethod.Post, Routes.AnonymousToken);
        using var foreign = await user.SendAsync(stage.Workers[0], HttpMethod.Get, Routes.CreditBalance);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound),
            (good.StatusCode, gone.StatusCode, anonymous.StatusCode, foreign.StatusCode));
    }

    [Fact]
    public async Task A_file_that_is_not_what_was_asked_for_is_never_published()
    {
        await stage.ReviveAsync();
        await Task.WhenAll(stage.Workers.Select(worker => worker.FreezeAsync()));
        var id = $"rogue{Guid.NewGuid():N}";
        await stage.SubmitAsync(id, stage.Short, s_small);

        // A rogue worker takes it, stores nonsense and hands it in.
        Directory.CreateDirectory(Path.Combine(stage.BlobFolder, "renders"));
        await File.WriteAllTextAsync(Path.Combine(stage.BlobFolder, "renders", $"{id}-1.mp4"), "not a video");
        await stage.Database.ExecuteAsync(
            $"""
            UPDATE renders SET state='offered', attempt=1, attempts_left=2 WHERE id='{id}';
            INSERT INTO offers (render_id, attempt, file, notes, created_ms) VALUES ('{id}', 1, '{id}-1.mp4', '', 0);
            """);
        for (var wait = 0; wait < 100 && (await stage.Database.QueryAsync($"SELECT state FROM renders WHERE id='{id}'"))[0][0] == "offered"; wait++)
        {
            await Task.Delay(100);
        }

        Assert.Equal("queued", (await stage.Database.QueryAsync($"SELECT state FROM renders WHERE id='{id}'"))[0][0]);
        Assert.Empty(stage.FilesOf(id));
        await Task.WhenAll(stage.Workers.Select(worker => worker.ThawAsync()));
        Assert.Equal(RenderStatus.Completed, (await stage.Client.EndOfAsync(id, s_limit)).Status);
    }

    [Fact]
    public async Task A_workers_role_sees_no_users_and_publishes_nothing()
    {
        await stage.Database.ExecuteAsync("CREATE ROLE farmhand LOGIN");
        await stage.AdministerAsync("migrate", "--worker-role", "farmhand");
        var id = $"role{Guid.NewGuid():N}";
        await stage.SubmitAsync(id, stage.Short, s_small);
        await stage.Client.EndOfAsync(id, s_limit);

        await using var connection = new NpgsqlConnection(stage.Database.For("studio", "farmhand") + ";Pooling=false");
        await connection.OpenAsync();
        foreach (var (sql, isAllowed) in new[]
        {
            ("SELECT draft FROM renders", true), ("UPDATE renders SET progress=0.5 WHERE id='none'", true), ("SELECT * FROM qrtz_triggers", true),
            ("SELECT * FROM users", false), ("SELECT * FROM tokens", false), ("SELECT * FROM versions", false), ("SELECT * FROM projects", false),
            ("UPDATE credit_entries SET amount=1000", false), ("UPDATE renders SET file='mine.mp4'", false), ("UPDATE renders SET bytes=1", false),
            ("UPDATE renders SET user_id='me'", false), ("DELETE FROM renders", false), ("DROP TABLE parts", false),
        })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            var fault = await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync());
            Assert.True(isAllowed == fault is null, $"{sql}: {fault?.Message}");
        }

        // Nothing is done that nobody has measured.
        await using var forged = new NpgsqlCommand($"UPDATE renders SET state='done' WHERE id='{await UnmeasuredAsync()}'", connection);
        Assert.Contains("renders_done_is_measured", (await Assert.ThrowsAsync<PostgresException>(() => forged.ExecuteNonQueryAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_with_its_own_role_renders()
    {
        await stage.ReviveAsync();
        await stage.Database.ExecuteAsync("CREATE ROLE farmhand2 LOGIN");
        await stage.AdministerAsync("migrate", "--worker-role", "farmhand2");
        await using var hand = new FarmNode(
            "hand", "worker", Path.GetDirectoryName(stage.BlobFolder)!,
            new Dictionary<string, string?>(stage.Environment) { ["VIDEOCREATEAI_DB"] = stage.Database.For("studio", "farmhand2") });
        await Task.WhenAll(stage.Workers.Select(worker => worker.DrainAsync()));
        await hand.StartAsync();
        var (whole, parts) = ($"hand1{Guid.NewGuid():N}", $"hand2{Guid.NewGuid():N}");

        await stage.SubmitAsync(whole, stage.Short, s_small with { Height = 200 });
        await stage.SubmitAsync(parts, stage.Long, s_small with { Height = 200 });

        Assert.Equal(RenderStatus.Completed, (await stage.Client.EndOfAsync(whole, s_limit)).Status);
        var end = await stage.Client.EndOfAsync(parts, s_limit);
        Assert.True(end.Status == RenderStatus.Completed, $"{end.Error}\n{hand.Said}");
    }

    [Fact]
    public async Task A_long_render_leaves_room_for_a_short_one_that_comes_after_it()
    {
        await stage.ReviveAsync();
        using var other = new FarmClient(stage.Apis, await stage.AddUserAsync("fred", "--most-renders", "40"));
        var session = await other.CreateProjectAsync(stage.Pictures, "8 seconds each");
        var draft = (await other.StateAsync(session)).Draft!.Value;

        // Some forty parts, all of one user.
        var many = Enumerable.Range(0, 10).Select(number => ($"many{number}x{Guid.NewGuid():N}", 500 + (2 * number))).ToList();
        foreach (var (id, width) in many)
        {
            (await other.SubmitAsync(id, session, draft, new RenderOutput { Width = width, Height = 300 })).Dispose();
        }

        await Task.Delay(1500);
        var shortId = $"quick{Guid.NewGuid():N}";
        await stage.SubmitAsync(shortId, stage.Short, s_small with { Height = 190 });
        Assert.Equal(RenderStatus.Completed, (await stage.Client.EndOfAsync(shortId, s_limit)).Status);

        var unfinished = await stage.Database.QueryAsync($"SELECT COUNT(*) FROM renders WHERE id LIKE 'many%' AND state NOT IN ('done', 'failed', 'cancelled')");
        Assert.True(int.Parse(unfinished[0][0], System.Globalization.CultureInfo.InvariantCulture) >= 3, $"{unfinished[0][0]} of the other's renders were left when the short one was done.");
        foreach (var (id, _) in many)
        {
            await other.CancelAsync(id);
        }
    }

    [Fact]
    public async Task A_node_whose_clock_is_wrong_does_not_take_part()
    {
        await using var late = stage.Node("late", "worker");

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => late.StartAsync(WrongClock.Command(90)));

        Assert.Contains("clock is 9", fault.Message, StringComparison.Ordinal);
        Assert.Contains("ahead of the database's", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_is_served_by_any_node()
    {
        await stage.ReviveAsync();
        using var first = new FarmClient([stage.Apis[0]], await stage.AddUserAsync("gina"));
        var session = await first.CreateProjectAsync(stage.Pictures.Take(2), "3 seconds each");
        using var second = new FarmClient([stage.Apis[1]], await stage.AddUserAsync("gina"));

        await second.SayAsync(session, "put the title \"Elsewhere\" at the start");

        Assert.Contains("Elsewhere", (await first.StateAsync(session)).Draft!.Value.GetRawText(), StringComparison.Ordinal);
        using var preview = await second.SendAsync(stage.Apis[1], HttpMethod.Post, Routes.StudioPreview(session), new StringContent("{}"));
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
    }

    private async Task<string> BalanceAsync(string name) => (await stage.Database.QueryAsync(
        $"SELECT SUM(amount) FROM credit_entries WHERE user_id=(SELECT user_id FROM users WHERE name='{name}')"))[0][0];

    private async Task<string> UnmeasuredAsync()
    {
        var id = $"bare{Guid.NewGuid():N}";
        await stage.Database.ExecuteAsync(
            $"INSERT INTO renders (id, session_id, user_id, draft, output, state, created_ms) SELECT '{id}', session_id, user_id, '{{}}', '{{}}', 'cancelled', 0 FROM projects LIMIT 1");
        return id;
    }
}
