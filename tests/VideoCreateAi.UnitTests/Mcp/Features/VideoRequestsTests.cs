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

    [Fact]
    public void A_file_that_came_along_and_is_spoken_of_by_its_name_is_not_looked_for_elsewhere()
    {
        var logo = _user.Put("04-logo.png");

        using var uploads = new VideoRequests(new IntentRouter(), new MediaDoor(_user.Policy), _backend)
            .Read("a film of this with 04-logo.png as a small logo in the corner", [logo], items: [], projectId: null, key: null).Uploads;

        Assert.Single(uploads.Files);
    }

    [Theory]
    [InlineData("export it as a zip", "zip")]
    [InlineData("把成片打成rar发我", "rar")]
    public void A_format_that_is_not_made_is_refused_by_name_with_those_that_are(string text, string format)
    {
        var requests = new VideoRequests(new IntentRouter(), new MediaDoor(_user.Policy), _backend);

        var refused = Assert.Throws<ToolRefusedException>(() => requests.Read(text, [], items: [], projectId: null, key: null));

        Assert.Equal("unsupported_format", refused.Code);
        Assert.Contains($"'{format}'", refused.Message, StringComparison.Ordinal);
        Assert.All(ExportFormats.All, made => Assert.Contains(made, refused.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a calm film of this", true)]
    [InlineData("how many credits are left?", true)]
    [InlineData("export it as webm", true)]
    public void Whoever_makes_a_video_of_files_gets_it_edited_and_saved_whatever_the_words_say(string text, bool isEdited)
    {
        var request = Making(text, [_user.Put("one.png")], projectId: null);
        using var uploads = request.Uploads;

        Assert.Equal(isEdited, request.Plan.Message is not null);
        Assert.Equal(("made", 1), (request.Plan.Export!.Name, request.Plan.Uploads));
    }

    [Fact]
    public void Words_for_an_export_alone_leave_a_projects_timeline_as_it_is()
    {
        var request = Making("export it as webm", [], "prj_1");

        Assert.Null(request.Plan.Message);
        Assert.Equal("webm", request.Plan.Export!.Format);
    }

    [Fact]
    public void Words_that_make_nothing_are_refused_before_a_project_is_begun()
        => Assert.Equal("nothing_to_make", Assert.Throws<ToolRefusedException>(() => Making("export it", [], projectId: null)).Code);

    private JobRequest Making(string text, string[] files, string? projectId) =>
        new VideoRequests(new IntentRouter(), new MediaDoor(_user.Policy), _backend).ReadMaking(text, files, [], projectId, asked => asked with { Name = "made" });

    private JobUploads Read(int scriptLength) => Read(scriptLength, out _);

    private JobUploads Read(int scriptLength, out string message)
    {
        string[] files = [_user.Put("one.png"), _user.Put("script.txt", [.. Enumerable.Repeat((byte)'a', scriptLength)])];
        var request = new VideoRequests(new IntentRouter(), new MediaDoor(_user.Policy), _backend).Read(Text, files, items: [], projectId: null, key: null);
        message = request.Plan.Message!;
        return request.Uploads;
    }
}
