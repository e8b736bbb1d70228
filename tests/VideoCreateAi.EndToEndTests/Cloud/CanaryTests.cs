using System.Diagnostics;
using System.Text.Json;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.EndToEndTests.Cloud;

/// <summary>A token that is easy to find, and every place where it must not be.</summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private const string Canary = "nmv_usr_Canary+7f3a91/x=";

    private CloudStage _stage = null!;

    public async Task InitializeAsync() => _stage = await CloudStage.BeginAsync(cloud => cloud.Accounts[Canary] = 1000);

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_configured_token_is_in_nothing_that_the_server_writes()
    {
        await using var server = await WiredServer.StartAsync(_stage.Server.Arguments, _stage.Environment(Canary));

        await LiveThroughEverythingAsync(server);
        await EndStudioAsync();
        await server.EndAsync();

        Assert.Contains($"Bearer {Canary}", _stage.Cloud.Requests.Select(request => request.Header("Authorization")));
        AssertNowhere(Canary, server, except: null);

        // The studio, which draws the contact sheet of the finished file, was looked at as well.
        Assert.Equal(OperatingSystem.IsLinux(), server.Children.Any(child => child.Contains("studio", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_rejected_token_is_not_told_either_and_stays_as_it_is()
    {
        const string Wrong = Canary + "wrong";
        await using var server = await WiredServer.StartAsync(_stage.Server.Arguments, _stage.Environment(Wrong));

        var first = Text(await server.CallAsync("get_credits", "{}"));
        var second = Text(await server.CallAsync("create_video", """{"text":"a city at dusk"}"""));
        await server.EndAsync();

        Assert.All([first, second], text => Assert.StartsWith("token_invalid: ", text, StringComparison.Ordinal));
        Assert.All([first, second], text => Assert.Contains("NEMO_TOKEN", text, StringComparison.Ordinal));
        Assert.All(_stage.Cloud.Requests, request => Assert.Equal($"Bearer {Wrong}", request.Header("Authorization")));
        Assert.Empty(_stage.Cloud.Asked("POST", "/api/auth/anonymous-token"));
        AssertNowhere(Wrong, server, except: null);
    }

    [Fact]
    public async Task A_starter_token_lies_in_its_own_file_alone()
    {
        await using var server = await WiredServer.StartAsync(_stage.Server.Arguments, _stage.Environment(token: null));

        await LiveThroughEverythingAsync(server);
        await EndStudioAsync();
        await server.EndAsync();

        var token = _stage.Cloud.Accounts.Single(account => account.Token != Canary).Token;
        var kept = Directory.GetFiles(Path.Combine(_stage.Server.DataFolder, "tokens"), "*.json").Single();
        AssertNowhere(token, server, except: kept);
        Assert.Contains(token, await File.ReadAllTextAsync(kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_studio_a_configured_token_goes_nowhere_at_all()
    {
        var environment = _stage.Environment(Canary);
        environment["VIDEOCREATEAI_BACKEND"] = "studio";
        await using var server = await WiredServer.StartAsync(_stage.Server.Arguments, environment);
        var picture = await _stage.PictureAsync();

        await server.CallAsync("create_video", $$"""{"text":"make a 1 second video, then export it","files":["{{JsonEncodedText.Encode(picture)}}"],"wait_seconds":60}""");
        await server.EndAsync();
        await EndStudioAsync();

        Assert.NotEmpty(Directory.GetFiles(_stage.Server.OutputFolder, "*.mp4"));
        Assert.Empty(_stage.Cloud.Requests);
        AssertNowhere(Canary, server, except: null);
    }

    /// <summary>Looks at the studio's environment and ends it: its lock lets nobody read what lies in the file.</summary>
    private async Task EndStudioAsync()
    {
        var studio = await _stage.Server.StudioProcessIdAsync();
        var environment = OperatingSystem.IsLinux() ? (await File.ReadAllTextAsync($"/proc/{studio}/environ")).Split('\0') : [];
        using (var process = Process.GetProcessById(studio))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.DoesNotContain(environment, variable => variable.Contains(Canary, StringComparison.Ordinal) || variable.StartsWith("NEMO_TOKEN", StringComparison.Ordinal));
    }

    private async Task LiveThroughEverythingAsync(WiredServer server)
    {
        var picture = JsonEncodedText.Encode(await _stage.PictureAsync());
        await server.CallAsync("create_video", $$"""{"text":"a city at dusk","files":["{{picture}}"]}""");
        await server.CallAsync("get_credits", "{}");
        await server.CallAsync("edit_video", """{"message":"add a title"}""");
        await server.CallAsync("edit_video", """{"message":"make it brighter"}""");
        await server.CallAsync("get_timeline", """{"media":true,"segments":true}""");
        await server.CallAsync("export_video", "{}");
        await server.CallAsync("upload_media", """{"files":["/proc/self/environ"]}""");
        await server.CallAsync("check_job", "{}");
        await server.CallAsync("list_projects", "{}");
        Assert.NotEmpty(_stage.Cloud.Renders);
    }

    private void AssertNowhere(string token, WiredServer server, string? except)
    {
        var canary = new CanaryToken(token);
        Assert.DoesNotContain(server.Written, line => canary.FormIn(line) is not null);
        Assert.DoesNotContain(server.Children, child => canary.FormIn(child) is not null || child.Contains("NEMO_TOKEN", StringComparison.Ordinal));
        Assert.DoesNotContain(_stage.Cloud.Requests, request => canary.FormIn(request.Path) is not null || canary.FormIn(request.Text) is not null);
        Assert.DoesNotContain(
            _stage.Cloud.Requests.SelectMany(request => request.Headers),
            header => header.Key != "Authorization" && canary.FormIn(header.Value) is not null);

        var files = canary.FilesIn(_stage.Server.DataFolder, _stage.Server.HomeFolder, _stage.Server.OutputFolder);
        Assert.Equal(except is null ? [] : [$"{except} (plain)"], files);
    }

    private static string Text(JsonElement result) => result.GetProperty("content")[0].GetProperty("text").GetString()!;
}
