using System.Net;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.Mcp.Hosting.Doctor;
using VideoCreateAi.Studio.Checkup;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Doctor;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class PlaceCheckTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_data_directory_is_made_for_its_owner_alone_and_nothing_is_left_in_it()
    {
        var check = FolderCheck.Data(_folder.File("data"));

        Assert.Equal(FindingState.Ok, check.State);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File("data")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.File("data")));
    }

    [Fact]
    public void A_file_in_the_place_of_a_folder_is_missing_and_mended()
    {
        File.WriteAllText(_folder.File("taken"), "");

        Assert.Equal(FindingState.Missing, FolderCheck.Data(_folder.File("taken")).State);
        Assert.Contains("--output", FolderCheck.Output(_folder.File("taken/out")).Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void An_allowed_folder_that_is_not_there_is_named()
    {
        var check = FolderCheck.Allowed([_folder.File("."), "/no/such/folder"]);

        Assert.Equal(FindingState.Warning, check.State);
        Assert.EndsWith("cannot be read: /no/such/folder", check.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000_000, FindingState.Missing)]
    [InlineData(1_000_000_000, FindingState.Warning)]
    [InlineData(50_000_000_000, FindingState.Ok)]
    public void Little_room_is_told_before_a_render_needs_it(long free, FindingState state)
    {
        var check = FolderCheck.Disk([("/data", free), ("/out", 90_000_000_000)]);

        Assert.Equal(state, check.State);
        Assert.Contains("/data", check.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task A_backend_that_answers_anything_is_there_and_hears_nothing_of_the_account(HttpStatusCode status)
    {
        using var connection = new Heard(_ => new HttpResponseMessage(status));

        var check = await BackendCheck.NetworkAsync(BackendDescription.Cloud(new Uri("https://cloud.example/")), connection, CancellationToken.None);

        Assert.Equal(FindingState.Ok, check.State);
        Assert.Equal("https://cloud.example/", connection.Request!.RequestUri!.ToString());
        Assert.Empty(connection.Request.Headers);
    }

    [Fact]
    public async Task A_backend_that_cannot_be_reached_is_missing()
    {
        using var connection = new Heard(_ => throw new HttpRequestException("no route"));

        var check = await BackendCheck.NetworkAsync(BackendDescription.Cloud(new Uri("https://cloud.example/")), connection, CancellationToken.None);

        Assert.Equal(FindingState.Missing, check.State);
        Assert.Contains("--backend studio", check.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("studio")]
    [InlineData("cloud")]
    public void A_token_is_told_to_be_there_and_never_shown(string backend)
    {
        const string Secret = "tok_a1b2c3d4e5f6";
        var settings = ServerSettings.Read(_folder.File("data"), null, backend, [], name => name == "NEMO_TOKEN" ? Secret : null);

        var check = BackendCheck.Token(settings);

        Assert.StartsWith("NEMO_TOKEN is set", check.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, check.ToString(), StringComparison.Ordinal);
    }

    private sealed class Heard(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public HttpRequestMessage? Request { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request = request;
            return Task.FromResult(answer(request));
        }
    }
}
