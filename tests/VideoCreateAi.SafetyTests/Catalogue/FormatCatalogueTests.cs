namespace VideoCreateAi.SafetyTests.Catalogue;

/// <summary>Files that are not what they are called. Each row: the code, the name, the first bytes; they are filled up with zeros.</summary>
public sealed class FormatCatalogueTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    private const int FilledUp = 600;

    public static TheoryData<int, string> Rows => CatalogueFile.Rows("formats.tsv");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_file_is_refused_by_what_is_in_it_and_nothing_is_sent(int line, string row)
    {
        var fields = CatalogueFile.Fields(row);
        var bytes = CatalogueFile.Bytes(fields[2]);
        var isBare = fields.Length > 3 && fields[3] == "bare";
        var folder = Path.Combine(server.Folders.Pictures, $"row-{line}");
        var path = TrapFolders.Put(folder, CatalogueFile.Plain(fields[1]), isBare ? bytes : [.. bytes, .. new byte[Math.Max(0, FilledUp - bytes.Length)]]);

        var before = server.BackendRequests;
        var (code, text) = await server.CallAsync("upload_media", $$"""{"files":[{{CatalogueFile.Json(path)}}]}""");

        Assert.True(fields[0] == code, $"{fields[0]} was expected and it says: {text}");
        Assert.Equal(before, server.BackendRequests);
    }
}
