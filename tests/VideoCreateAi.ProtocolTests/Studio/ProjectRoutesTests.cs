using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoCreateAi.ProtocolTests.Studio;

/// <summary>What the studio does beyond the protocol: taking an older timeline back, and taking a project away.</summary>
public sealed class ProjectRoutesTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    [Fact]
    public async Task An_older_draft_becomes_the_timeline_again_to_the_byte()
    {
        var (session, first) = await TwoVersionsAsync();

        var reply = await PutAsync(session, first);

        Assert.Equal(0, reply.GetProperty("code").GetInt32());
        Assert.Equal(first, await DraftAsync(session));
    }

    [Fact]
    public async Task Undo_takes_the_restoration_back()
    {
        var (session, first) = await TwoVersionsAsync();
        var second = await DraftAsync(session);
        await PutAsync(session, first);

        await studio.SayAsync(session, "undo");

        Assert.Equal(second, await DraftAsync(session));
    }

    [Fact]
    public async Task The_next_edit_goes_on_from_what_was_restored()
    {
        var (session, first) = await TwoVersionsAsync();
        await PutAsync(session, first);

        await studio.SayAsync(session, "add the title 'Three'");

        var draft = await DraftAsync(session);
        Assert.Contains("Three", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("Two", draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_restore_twice_is_to_restore_once()
    {
        var (session, first) = await TwoVersionsAsync();
        var second = await DraftAsync(session);
        await PutAsync(session, first);
        await PutAsync(session, first);

        await studio.SayAsync(session, "undo");

        Assert.Equal(second, await DraftAsync(session));
    }

    [Fact]
    public async Task The_empty_draft_empties_the_timeline_and_undo_brings_it_back()
    {
        var (session, _) = await TwoVersionsAsync();
        var second = await DraftAsync(session);

        await PutAsync(session, "{}");
        var emptied = await studio.StateAsync(session);
        await studio.SayAsync(session, "undo");

        Assert.False(emptied.TryGetProperty("draft", out var draft) && draft.ValueKind == JsonValueKind.Object);
        Assert.Equal(second, await DraftAsync(session));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"t":[null]}""")]
    [InlineData("""{"t":[{"tt":0,"sg":[null]}]}""")]
    [InlineData("""{"t":7}""")]
    [InlineData("""{"m":{"width":7,"height":99999}}""")]
    [InlineData("""{"t":[{"tt":0,"m":{"role":"main"},"sg":[]},{"tt":0,"m":{"role":"main"},"sg":[]}]}""")]
    [InlineData("""{"t":[{"tt":7,"sg":[{"s":-5,"d":1000,"m":{"text":"x"}}]}]}""")]
    [InlineData("""{"t":[{"tt":0,"sg":[{"s":0,"d":99999999999999,"m":{"kind":"scene","prompt":"x"}}]}]}""")]
    [InlineData("""{"t":[{"tt":0,"sg":[{"s":0,"d":2000,"m":{"kind":"scene","prompt":"x"}},{"s":9000,"d":2000,"m":{"kind":"scene","prompt":"y"}}]}]}""")]
    public async Task What_is_no_sound_timeline_is_refused_and_changes_nothing(string body)
    {
        var (session, _) = await TwoVersionsAsync();
        var before = await DraftAsync(session);

        var reply = await PutAsync(session, body);

        Assert.Equal((400, "malformed_draft"), (reply.GetProperty("code").GetInt32(), reply.GetProperty("error").GetString()));
        Assert.Equal(before, await DraftAsync(session));
    }

    [Theory]
    [InlineData("m_00000000000000000000000000000000")]
    [InlineData("../../../etc/passwd")]
    public async Task A_draft_that_shows_media_of_no_project_is_refused(string source)
    {
        var (session, first) = await TwoVersionsAsync();

        var reply = await PutAsync(session, WithSource(first, source));

        Assert.Equal("malformed_draft", reply.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_draft_that_shows_media_of_another_project_is_refused()
    {
        var (session, first) = await TwoVersionsAsync();
        var (other, theirs) = await TwoVersionsAsync();

        var reply = await PutAsync(session, theirs);

        Assert.Equal("malformed_draft", reply.GetProperty("error").GetString());
        Assert.NotEqual(first, await DraftAsync(other));
    }

    [Fact]
    public async Task A_project_of_somebody_else_cannot_be_restored_or_deleted()
    {
        var (session, first) = await TwoVersionsAsync();
        var before = await DraftAsync(session);
        var token = await studio.TokenAsync("client-somebody-else");

        var restored = await SendAsync(HttpMethod.Put, $"/studio/projects/{session}/draft", first, token);
        var deleted = await SendAsync(HttpMethod.Delete, $"/studio/projects/{session}", null, token);

        Assert.Equal((1002, 1002), (restored.GetProperty("code").GetInt32(), deleted.GetProperty("code").GetInt32()));
        Assert.Equal(before, await DraftAsync(session));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_restored_or_deleted()
    {
        var (session, first) = await TwoVersionsAsync();

        var restored = await SendAsync(HttpMethod.Put, $"/studio/projects/{session}/draft", first, "nmv_usr_wrong");
        var deleted = await SendAsync(HttpMethod.Delete, $"/studio/projects/{session}", null, "nmv_usr_wrong");

        Assert.Equal((1001, 1001), (restored.GetProperty("code").GetInt32(), deleted.GetProperty("code").GetInt32()));
    }

    [Fact]
    public async Task A_deleted_project_is_gone_with_its_media_and_others_keep_theirs()
    {
        var (session, _) = await TwoVersionsAsync();
        var (other, _) = await TwoVersionsAsync();
        var (own, theirs) = (SourceOf(await DraftAsync(session)), SourceOf(await DraftAsync(other)));
        var isThere = Directory.Exists(MediaOf(own));

        var reply = await SendAsync(HttpMethod.Delete, $"/studio/projects/{session}", null);

        Assert.Equal(0, reply.GetProperty("code").GetInt32());
        Assert.Equal(1002, (await studio.GetAsync($"/api/state/nemo_agent/me/{session}/latest")).GetProperty("code").GetInt32());
        Assert.Equal((true, false, true), (isThere, Directory.Exists(MediaOf(own)), Directory.Exists(MediaOf(theirs))));
        Assert.NotEmpty((await studio.StateAsync(other)).GetProperty("video_infos").EnumerateArray());
    }

    [Fact]
    public async Task Deleting_again_finds_no_project()
    {
        var (session, _) = await TwoVersionsAsync();
        await SendAsync(HttpMethod.Delete, $"/studio/projects/{session}", null);

        Assert.Equal(1002, (await SendAsync(HttpMethod.Delete, $"/studio/projects/{session}", null)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_project_whose_export_runs_is_not_deleted_before_that_has_ended()
    {
        var (session, _) = await TwoVersionsAsync();
        await studio.SayAsync(session, "make it 60 seconds long");
        var id = "render_" + Guid.NewGuid().ToString("N");
        await studio.PostAsync("/api/render/proxy/lambda", $$$"""{"id":"{{{id}}}","sessionId":"{{{session}}}","draft":{{{await DraftAsync(session)}}},"output":{"format":"mp4"}}""");

        var refused = await SendAsync(HttpMethod.Delete, $"/studio/projects/{session}", null);
        await studio.PostAsync($"/api/render/proxy/lambda/{id}/cancel", "");
        await UntilEndedAsync(id);
        var deleted = await SendAsync(HttpMethod.Delete, $"/studio/projects/{session}", null);

        Assert.Equal((409, "project_busy"), (refused.GetProperty("code").GetInt32(), refused.GetProperty("error").GetString()));
        Assert.Equal(0, deleted.GetProperty("code").GetInt32());
    }

    private string MediaOf(string id) => Path.Combine(studio.DataFolder, "media", id);

    private static string SourceOf(string draft) =>
        JsonNode.Parse(draft)!["t"]![0]!["sg"]![0]!["m"]!["src"]!.GetValue<string>();

    private static string WithSource(string draft, string source)
    {
        var node = JsonNode.Parse(draft)!;
        node["t"]![0]!["sg"]![0]!["m"]!["src"] = source;
        return node.ToJsonString();
    }

    private async Task<(string Session, string FirstDraft)> TwoVersionsAsync()
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "a.png", "red");
        await studio.SayAsync(session, "make a 4 second video with the title 'Ünder 🎬 \"One\"'");
        var first = await DraftAsync(session);
        await studio.SayAsync(session, "add the title 'Two' at the end");
        Assert.NotEqual(first, await DraftAsync(session));
        return (session, first);
    }

    private async Task<string> DraftAsync(string session) => (await studio.StateAsync(session)).GetProperty("draft").GetRawText();

    private Task<JsonElement> PutAsync(string session, string body) => SendAsync(HttpMethod.Put, $"/studio/projects/{session}/draft", body);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, string? body, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : StudioFixture.Json(body);
        request.Headers.Authorization = token is null ? studio.Http.DefaultRequestHeaders.Authorization : new AuthenticationHeaderValue("Bearer", token);
        using var response = await studio.Http.SendAsync(request);
        Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        return await StudioFixture.JsonAsync(response);
    }

    private async Task UntilEndedAsync(string id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await studio.GetAsync($"/api/render/proxy/lambda/{id}")).GetProperty("data").GetProperty("status").GetString() is "pending" or "processing")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }
}
