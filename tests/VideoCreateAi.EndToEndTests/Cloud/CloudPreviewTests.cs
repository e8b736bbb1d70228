using ModelContextProtocol.Protocol;

namespace VideoCreateAi.EndToEndTests.Cloud;

public sealed class CloudPreviewTests
{
    private const string Token = "nmv_usr_registered";

    [Fact(Timeout = 300_000)]
    public async Task A_project_of_the_cloud_is_drawn_on_this_machine_and_what_is_out_of_reach_is_named()
    {
        await using var stage = await CloudStage.BeginAsync(cloud => cloud.Accounts[Token] = 1000);
        var client = await stage.ConnectAsync(Token);
        await client.FinishAsync("create_video", new Dictionary<string, object?> { ["text"] = CloudVideo.Wish, ["files"] = new[] { await stage.PictureAsync() } });

        var result = await client.CallToolAsync("preview_video");

        var image = Assert.Single(result.Content.OfType<ImageContentBlock>());
        Assert.Equal([0xFF, 0xD8], image.DecodedData.ToArray()[..2]);
        Assert.Contains("Not readable", ToolCalls.Text(result), StringComparison.Ordinal);
        Assert.Contains("Drawn on this machine", ToolCalls.Data(result).GetProperty("remark").GetString(), StringComparison.Ordinal);
        stage.Cloud.Verify();
    }
}
