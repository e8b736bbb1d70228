namespace VideoCreateAi.ProtocolTests.Studio;

/// <summary>What the studio remembers beyond one message: steps that were undone, and a user's brand.</summary>
public sealed class MemoryOnTheWire(StudioFixture studio) : IClassFixture<StudioFixture>
{
    [Fact(Timeout = 120_000)]
    public async Task Redo_brings_back_what_undo_took()
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "a.png", "red");
        await studio.SayAsync(session, "make a 4 second video");
        await studio.SayAsync(session, "make it square");
        await studio.SayAsync(session, "add the title 'Two'");
        var before = (await studio.StateAsync(session)).GetProperty("draft").GetRawText();

        await studio.SayAsync(session, "undo");
        await studio.SayAsync(session, "undo");
        await studio.SayAsync(session, "redo");
        Assert.DoesNotContain("Two", (await studio.StateAsync(session)).GetProperty("draft").GetRawText(), StringComparison.Ordinal);
        await studio.SayAsync(session, "redo");

        Assert.Equal(before, (await studio.StateAsync(session)).GetProperty("draft").GetRawText());
        Assert.Contains("nothing to redo", await studio.SayAsync(session, "redo"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_message_in_signs_of_two_languages_is_read_in_that_of_the_one_before()
    {
        var session = await studio.SessionAsync();
        await studio.UploadPictureAsync(session, "a.png", "red");
        await studio.SayAsync(session, "4秒の動画にして、静かな音楽を付けてください");
        Assert.Contains("\"music\"", (await studio.StateAsync(session)).GetProperty("draft").GetRawText(), StringComparison.Ordinal);

        await studio.SayAsync(session, "音楽削除");

        Assert.DoesNotContain("\"music\"", (await studio.StateAsync(session)).GetProperty("draft").GetRawText(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_brand_kit_of_one_project_is_used_in_another()
    {
        var first = await studio.SessionAsync();
        await studio.UploadPictureAsync(first, "mark.png", "green");
        await studio.SayAsync(first, "save mark.png as my brand logo, colour #0A66FF, outro 'See you soon'");

        var second = await studio.SessionAsync();
        await studio.UploadPictureAsync(second, "a.png", "red");
        await studio.SayAsync(second, "make a 6 second video");
        var reply = await studio.SayAsync(second, "use my brand kit");
        var state = await studio.StateAsync(second);

        Assert.Contains("mark.png", reply, StringComparison.Ordinal);
        Assert.Contains("See you soon", state.GetProperty("draft").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("#0A66FF", state.GetProperty("draft").GetRawText(), StringComparison.Ordinal);
        Assert.Contains(state.GetProperty("video_infos").EnumerateArray(), file => file.GetProperty("filename").GetString() == "mark.png");
    }
}
