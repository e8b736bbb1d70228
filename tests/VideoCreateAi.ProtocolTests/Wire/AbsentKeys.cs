using System.Text.Json;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.ProtocolTests.Wire;

public sealed class AbsentKeys
{
    [Fact]
    public void An_output_without_keys_is_a_good_MP4()
    {
        var output = JsonSerializer.Deserialize("{}", WireJson.Default.RenderOutput)!;

        Assert.Equal(("mp4", "high"), (output.Format, output.Quality));
    }

    [Fact]
    public void A_state_without_lists_has_empty_ones()
    {
        var reply = JsonSerializer.Deserialize("""{"code":0,"data":{"state":{}}}""", WireJson.Default.EnvelopeStateReply)!;

        Assert.Empty(reply.Data!.State!.VideoInfos);
        Assert.Empty(reply.Data.State.GeneratedMedia);
    }

    [Fact]
    public void A_draft_without_keys_is_an_empty_one()
    {
        var draft = JsonSerializer.Deserialize("{}", WireJson.Default.Draft)!;

        Assert.Empty(draft.Tracks);
        Assert.Null(draft.Metadata.Width);
    }
}
