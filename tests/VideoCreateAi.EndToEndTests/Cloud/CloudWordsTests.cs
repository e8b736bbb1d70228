using ModelContextProtocol;
using ModelContextProtocol.Client;
using VideoCreateAi.TestKit.Cloud;

namespace VideoCreateAi.EndToEndTests.Cloud;

/// <summary>What a user of a paid backend is told around the work itself: where they are, what it costs, what came along,
/// how to keep it, and what a reply's buttons stand for.</summary>
public sealed class CloudWordsTests : IAsyncLifetime
{
    private const string Registered = "nmv_usr_registered";

    private readonly TaskCompletionSource _wasTold = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CloudStage _stage = null!;
    private string? _holdsAt;

    private CloudProject Project => _stage.Cloud.Projects.Single();

    public async Task InitializeAsync() => _stage = await CloudStage.BeginAsync(cloud =>
    {
        cloud.Accounts[Registered] = 1000;
        cloud.Director = Direct;
    });

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task The_first_answer_names_the_backend_and_how_to_change_it_and_the_second_does_not()
    {
        var client = await _stage.ConnectAsync(Registered);
        var first = await CreateAsync(client);
        var second = ToolCalls.Text(await client.CallToolAsync("edit_video", new Dictionary<string, object?> { ["message"] = "add a title" }));

        Assert.Contains("NemoVideo cloud", first, StringComparison.Ordinal);
        Assert.Contains("--backend", first, StringComparison.Ordinal);
        Assert.DoesNotContain(_stage.Cloud.Address.Authority, first, StringComparison.Ordinal);
        Assert.DoesNotContain("--backend", second, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_a_generation_costs_is_told_before_it_has_begun()
        => Assert.True(await IsToldWhileHeldAsync(": ping", message => message.Contains("100", StringComparison.Ordinal) && message.Contains("credits", StringComparison.Ordinal)));

    [Fact(Timeout = 120_000)]
    public async Task A_generated_clip_is_told_at_once_while_the_rest_still_runs()
        => Assert.True(await IsToldWhileHeldAsync("stage_changed", message => message.Contains(CloudDirector.ClipName, StringComparison.Ordinal)));

    [Fact]
    public async Task Tracks_that_came_along_are_listed_so_that_they_can_go()
    {
        var text = await CreateAsync(await _stage.ConnectAsync(Registered));
        var told = text[text.IndexOf("Your clip is ready", StringComparison.Ordinal)..text.IndexOf("Timeline (", StringComparison.Ordinal)];

        Assert.All(["Slow Tide", "Dusk", "Film grain"], name => Assert.Contains(name, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_saved_video_comes_with_the_link_that_makes_it_ones_own()
    {
        var client = await _stage.ConnectAsync();
        await CreateAsync(client);
        var saved = ToolCalls.Text(await client.CallToolAsync("export_video"));

        Assert.Contains($"https://nemovideo.com/workspace/claim?ct=clm_1_{Project.SessionId}", saved, StringComparison.Ordinal);
        Assert.DoesNotContain(Project.Account.Token, saved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finished_video_that_was_asked_for_is_exported_when_the_reply_says_to_click_export()
    {
        var client = await _stage.ConnectAsync(Registered);
        var made = await client.FinishAsync("create_video", new Dictionary<string, object?> { ["text"] = "make a video of a city at dusk, I want the finished video" });

        Assert.Equal(Project.Film.Bytes, await File.ReadAllBytesAsync(made.GetProperty("export").GetProperty("path").GetString()!));
    }

    [Fact]
    public async Task An_export_that_nobody_asked_for_is_offered_and_not_made()
    {
        var client = await _stage.ConnectAsync(Registered);
        var text = await CreateAsync(client);

        Assert.Contains("export_video", text, StringComparison.Ordinal);
        Assert.Empty(_stage.Cloud.Renders);
    }

    [Fact]
    public async Task An_edit_by_hand_is_offered_and_not_sent_where_it_may_cost()
    {
        var client = await _stage.ConnectAsync(Registered);
        await CreateAsync(client);
        var text = ToolCalls.Text(await client.CallToolAsync("edit_video", new Dictionary<string, object?> { ["message"] = "lower the music volume to 30% with the slider" }));

        Assert.Equal(2, Project.Messages.Count);
        Assert.Contains("edit_video", text, StringComparison.Ordinal);
        Assert.Matches("volume.*30 ?%", text);
        Assert.Contains("credits", text, StringComparison.Ordinal);
        Assert.DoesNotContain("drag", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_reply_that_points_to_the_credits_page_comes_with_the_balance()
    {
        var client = await _stage.ConnectAsync(Registered);
        await CreateAsync(client);
        var told = ToolCalls.Data(await client.CallToolAsync("edit_video", new Dictionary<string, object?> { ["message"] = "another clip, if I can afford it" }));

        Assert.Contains("900 credits available", told.GetProperty("reply").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("account menu", told.GetProperty("reply").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The cloud holds its answer before a step until the words come; a call that ends without them was told too late.</summary>
    private async Task<bool> IsToldWhileHeldAsync(string step, Func<string, bool> words)
    {
        _holdsAt = step;
        var client = await _stage.ConnectAsync();
        var call = client.CallToolAsync(
            "create_video", new Dictionary<string, object?> { ["text"] = CloudVideo.Wish, ["wait_seconds"] = 30 }, new Waiting(words, _wasTold)).AsTask();
        await Task.WhenAny(_wasTold.Task, call);
        var isTold = _wasTold.Task.IsCompleted;
        _wasTold.TrySetResult();
        await call;
        return isTold;
    }

    private CloudTurn Direct(CloudProject project, string message)
    {
        var turn = CloudDirector.Answer(project, message);
        return _holdsAt is not { } at ? turn : turn with
        {
            Steps = [.. turn.Steps.Select(step => step.Text.Contains(at, StringComparison.Ordinal) ? step with { Until = _wasTold.Task } : step)],
        };
    }

    private static async Task<string> CreateAsync(McpClient client) => ToolCalls.Text(
        await client.CallToolAsync("create_video", new Dictionary<string, object?> { ["text"] = CloudVideo.Wish, ["wait_seconds"] = 60 }));

    private sealed class Waiting(Func<string, bool> words, TaskCompletionSource told) : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value)
        {
            if (words(value.Message ?? ""))
            {
                told.TrySetResult();
            }
        }
    }
}
