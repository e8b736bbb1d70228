using System.Net;

namespace VideoCreateAi.ProtocolTests.Studio;

/// <summary>A list of exact edits beside the words of a message, as it crosses HTTP.</summary>
public sealed class ExactEditsOnTheWire(StudioFixture studio) : IClassFixture<StudioFixture>
{
    [Fact(Timeout = 120_000)]
    public async Task Operations_are_done_in_place_of_the_words()
    {
        var session = await SessionAsync();

        var stream = await SendAsync(session, "Remove everything", """[{"op":"total","seconds":8},{"op":"title","text":"Hi","end":2}]""");
        var draft = (await studio.StateAsync(session)).GetProperty("draft");

        Assert.Equal(HttpStatusCode.OK, stream.Status);
        Assert.Contains("title", stream.Body, StringComparison.Ordinal);
        Assert.Equal(8000, draft.GetProperty("d").GetInt32());
        Assert.Equal("Hi", draft.GetProperty("t")[1].GetProperty("sg")[0].GetProperty("m").GetProperty("text").GetString());
    }

    [Fact(Timeout = 120_000)]
    public async Task Operations_that_cannot_all_be_done_are_refused_whole_and_without_a_stream()
    {
        var session = await SessionAsync();
        await studio.SayAsync(session, "make it 4 seconds long");
        var before = (await studio.StateAsync(session)).GetProperty("draft").GetRawText();

        var refused = await SendAsync(session, "", """[{"op":"total","seconds":8},{"op":"speed"},{"op":"remove","target":"7"},{"op":"fly"}]""");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("\"invalid_operations\"", refused.Body, StringComparison.Ordinal);
        Assert.Contains("operations[1] (speed): value is missing.", refused.Body, StringComparison.Ordinal);
        Assert.Contains("operations[3]", refused.Body, StringComparison.Ordinal);
        Assert.Equal(before, (await studio.StateAsync(session)).GetProperty("draft").GetRawText());
    }

    private async Task<string> SessionAsync()
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "a.png", "red");
        await studio.UploadPictureAsync(session, "b.png", "blue");
        return session;
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(string session, string words, string operations)
    {
        var body = $$$"""{"app_name":"nemo_agent","user_id":"me","session_id":"{{{session}}}","new_message":{"parts":[{"text":"{{{words}}}","operations":{{{operations}}}}]}}""";
        using var response = await studio.Http.PostAsync("/run_sse", StudioFixture.Json(body));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
