namespace VideoCreateAi.SafetyTests.Catalogue;

/// <summary>Paths that lead out, hide, never end or are none. Each row: the code, the path.</summary>
public sealed class PathCatalogueTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    public static TheoryData<int, string> Rows => CatalogueFile.Rows("paths.tsv");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_path_is_refused_by_its_code_and_nothing_is_sent(int line, string row)
    {
        var fields = CatalogueFile.Fields(row);
        var path = server.Folders.Resolve(CatalogueFile.Plain(fields[1]));

        var before = server.BackendRequests;
        var (code, text) = line % 2 == 0
            ? await server.CallAsync("upload_media", $$"""{"files":[{{CatalogueFile.Json(path)}}]}""")
            : await server.CallAsync("create_video", $$"""{"text":"make a video of it","files":[{{CatalogueFile.Json(path)}}]}""");

        Assert.True(fields[0] == code, $"{fields[0]} was expected and it says: {text}");
        Assert.Equal(before, server.BackendRequests);
        Assert.DoesNotContain(text, letter => char.IsControl(letter) && letter != '\n');
    }
}
