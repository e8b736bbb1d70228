using System.Text.Json;

namespace VideoCreateAi.ProtocolTests.Studio;

/// <summary>What the studio says of texts, and what becomes of it when one of them crashes the libraries that draw.</summary>
public sealed class TextOnTheWire(StudioFixture studio) : IClassFixture<StudioFixture>
{
    [Fact]
    public async Task What_no_font_can_draw_is_told_with_the_edit_and_when_the_render_is_accepted()
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "a.png", "red");

        var reply = await studio.SayAsync(session, "make a 1 second video with the title 'Odd \u0378 sign'");
        var accepted = await SubmitAsync(session);

        Assert.Contains("U\\u002B0378", reply, StringComparison.Ordinal);
        Assert.Contains("U+0378", Assert.Single(accepted.GetProperty("notes").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_native_crash_fails_one_render_and_the_studio_goes_on()
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "a.png", "red");
        await studio.SayAsync(session, $"make a 1 second video with the title '{StudioFixture.CrashingWord}'");
        var calm = await studio.SessionAsync();
        await studio.UploadPictureAsync(calm, "b.png", "blue");
        await studio.SayAsync(calm, "make a 1 second video with the title 'Calm'");

        var crashing = await SubmitAsync(session);
        var next = await SubmitAsync(calm);
        var crashed = await UntilEndedAsync(crashing);
        var done = await UntilEndedAsync(next);

        Assert.Equal("failed", crashed.GetProperty("status").GetString());
        Assert.Contains("libraries that draw letters crashed", crashed.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("completed", done.GetProperty("status").GetString());
    }

    private async Task<JsonElement> SubmitAsync(string session)
    {
        var draft = (await studio.StateAsync(session)).GetProperty("draft").GetRawText();
        const string Output = """{"format":"mp4","quality":"draft","width":128,"height":128,"fps":10}""";
        var reply = await studio.PostAsync(
            "/api/render/proxy/lambda", $$$"""{"id":"render_{{{Guid.NewGuid():N}}}","sessionId":"{{{session}}}","draft":{{{draft}}},"output":{{{Output}}}}""");
        return reply.GetProperty("data");
    }

    private async Task<JsonElement> UntilEndedAsync(JsonElement render)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var status = (await studio.GetAsync($"/api/render/proxy/lambda/{render.GetProperty("id").GetString()}")).GetProperty("data");
            if (status.GetProperty("status").GetString() is not ("pending" or "processing"))
            {
                return status;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }
}
