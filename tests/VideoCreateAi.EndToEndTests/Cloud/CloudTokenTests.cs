namespace VideoCreateAi.EndToEndTests.Cloud;

public sealed class CloudTokenTests : IAsyncLifetime
{
    private const string Registered = "nmv_usr_registered";

    private CloudStage _stage = null!;

    public async Task InitializeAsync() => _stage = await CloudStage.BeginAsync(cloud => cloud.Accounts[Registered] = 0);

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task Two_servers_that_start_together_get_one_starter_token_between_them()
    {
        var clients = await Task.WhenAll(_stage.ConnectAsync(), _stage.ConnectAsync());
        var balances = await Task.WhenAll(clients.Select(async client => ToolCalls.Data(await client.CallToolAsync("get_credits"))));

        Assert.All(balances, balance => Assert.Equal(100, balance.GetProperty("available").GetInt32()));
        Assert.Single(_stage.Cloud.Asked("POST", "/api/auth/anonymous-token"));
        Assert.Single(_stage.Cloud.Asked("GET", "/api/credits").Select(request => request.Header("Authorization")).Distinct());
    }

    [Fact]
    public async Task The_next_start_goes_on_with_the_same_token_and_client_id()
    {
        var first = await _stage.ConnectAsync();
        await first.CallToolAsync("get_credits");
        var id = await File.ReadAllTextAsync(_stage.ClientIdFile);
        await first.DisposeAsync();

        var second = await _stage.ConnectAsync();
        await second.CallToolAsync("get_credits");

        Assert.Single(_stage.Cloud.Asked("POST", "/api/auth/anonymous-token"));
        Assert.Equal(id, await File.ReadAllTextAsync(_stage.ClientIdFile));
        Assert.True(Guid.TryParse(id.Trim(), out _));
    }

    [Fact]
    public async Task A_client_id_that_another_product_left_is_used_and_kept()
    {
        const string Kept = "0b5f3d0e-3c1a-4a53-9f6e-2f0f5f1c7a10";
        Directory.CreateDirectory(Path.GetDirectoryName(_stage.ClientIdFile)!);
        await File.WriteAllTextAsync(_stage.ClientIdFile, Kept + "\n");

        var client = await _stage.ConnectAsync();
        await client.CallToolAsync("get_credits");

        Assert.Equal(Kept, _stage.Cloud.Asked("POST", "/api/auth/anonymous-token").Single().Header("X-Client-Id"));
        Assert.Equal(Kept + "\n", await File.ReadAllTextAsync(_stage.ClientIdFile));
    }

    [Fact]
    public async Task A_starter_token_that_was_given_and_lost_is_told_as_that_with_the_way_out()
    {
        var first = await _stage.ConnectAsync();
        await first.CallToolAsync("get_credits");
        await first.DisposeAsync();
        File.Delete(Directory.GetFiles(Path.Combine(_stage.Server.DataFolder, "tokens"), "*.json").Single());

        var second = await _stage.ConnectAsync();
        var result = await second.CallToolAsync("get_credits");
        var asked = _stage.Cloud.Asked("POST", "/api/auth/anonymous-token").Count;
        await second.CallToolAsync("get_credits");

        Assert.True(result.IsError);
        Assert.StartsWith("token_unavailable: ", ToolCalls.Text(result), StringComparison.Ordinal);
        Assert.Contains("NEMO_TOKEN", ToolCalls.Text(result), StringComparison.Ordinal);
        Assert.Equal(asked, _stage.Cloud.Asked("POST", "/api/auth/anonymous-token").Count);
    }

    [Fact]
    public async Task A_registered_user_without_credits_is_told_to_top_up_and_not_to_register()
    {
        var client = await _stage.ConnectAsync(Registered);
        var result = await client.CallToolAsync("create_video", new Dictionary<string, object?> { ["text"] = "a city at dusk" });

        Assert.True(result.IsError);
        Assert.StartsWith("out_of_credits: ", ToolCalls.Text(result), StringComparison.Ordinal);
        Assert.DoesNotContain("register", ToolCalls.Text(result), StringComparison.OrdinalIgnoreCase);
        Assert.Null(_stage.Cloud.Projects.Single().Draft);
    }

    [Fact]
    public async Task A_render_that_comes_without_saying_who_asks_is_a_matter_of_the_plan()
    {
        using var http = new HttpClient { BaseAddress = _stage.Cloud.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Registered);
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var refused = await http.PostAsync(new Uri("/api/render/proxy/lambda", UriKind.Relative), content);

        Assert.Equal(402, (int)refused.StatusCode);
    }

    [Fact]
    public async Task The_language_of_the_first_message_is_the_sessions()
    {
        var client = await _stage.ConnectAsync();
        await client.CallToolAsync("create_video", new Dictionary<string, object?> { ["text"] = "夕暮れの街の動画を作って" });

        Assert.Equal("ja", _stage.Cloud.Projects.Single().Language);
        Assert.Equal(["夕暮れの街の動画を作って"], _stage.Cloud.Projects.Single().Messages);
    }
}
