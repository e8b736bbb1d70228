using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Features.CreateVideo;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Routing;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.UnitTests.Mcp.Files;

namespace VideoCreateAi.UnitTests.Mcp.Features;

public sealed class VideoRequestsTests : IDisposable
{
    private const string Text = "make a film of this";

    private readonly UserFolders _user = new();
    private readonly BackendClient _backend = BackendClientFactory.Create(
        BackendDescription.Studio, new GatewayOptions(), new SocketsHttpHandler(), TimeProvider.System, NullLoggerFactory.Instance);

    public void Dispose()
    {
        _backend.Dispose();
        _user.Dispose();
    }

    [Fact]
    public void A_script_that_makes_the_message_too_long_is_refused_before_anything_is_sent()
    {
        var refused = Assert.Throws<ToolRefusedException>(() => Read(scriptLength: MessageText.Longest - Text.Length));

        Assert.Equal("message_too_long", refused.Code);
        Assert.Contains("script", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_that_fits_travels_with_the_text()
    {
        using var uploads = Read(scriptLength: 30_000, out var message);

        Assert.InRange(message.Length, 30_000, MessageText.Longest);
        Assert.Single(uploads.Files);
    }

    [Theory]
    [InlineData("export for TikTok and YouTube", "tiktok:_tiktok youtube:_youtube")]
    [InlineData("export for TikTok", "tiktok:_")]
    [InlineData("export for TikTok in 16:9", ":_")]
    [InlineData("make a promo of it for TikTok and YouTube, then export it", "tiktok:_tiktok youtube:_youtube")]
    [InlineData("make a promo of it for TikTok, then export it", ":_")]
    public void Places_that_are_named_in_words_are_exported_for(string text, string files)
    {
        var request = new VideoRequests(new IntentRouter(), new MediaDoor(_user.Policy), _backend).Read(text, [], items: [], projectId: null, key: null);

        IEnumerable<ExportRequest> exports = request.Items.Count > 0 ? request.Items.Select(item => item.Plan.Export!) : [request.Plan.Export!];
        Assert.Equal(files, string.Join(' ', exports.Select(export => $"{export.Preset}:_{export.Suffix}")));
    }

    private JobUploads Read(int scriptLength) => Read(scriptLength, out _);

    private JobUploads Read(int scriptLength, out string message)
    {
        string[] files = [_user.Put("one.png"), _user.Put("script.txt", [.. Enumerable.Repeat((byte)'a', scriptLength)])];
        var request = new VideoRequests(new IntentRouter(), new MediaDoor(_user.Policy), _backend).Read(Text, files, items: [], projectId: null, key: null);
        message = request.Plan.Message!;
        return request.Uploads;
    }
}
