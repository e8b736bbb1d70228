namespace VideoCreateAi.SafetyTests.Catalogue;

/// <summary>Addresses that lead into a private network in any writing, or are none that is fetched. Each row: the code, the address.</summary>
public sealed class UrlCatalogueTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    public static TheoryData<int, string> Rows => CatalogueFile.Rows("urls.tsv");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_address_is_refused_by_its_code_and_nothing_is_sent(int line, string row)
    {
        Assert.True(line > 0);
        var fields = CatalogueFile.Fields(row);

        var before = server.BackendRequests;
        var (code, text) = await server.CallAsync("upload_media", $$"""{"urls":[{{CatalogueFile.Json(CatalogueFile.Plain(fields[1]))}}]}""");

        Assert.True(fields[0] == code, $"{fields[0]} was expected and it says: {text}");
        Assert.Equal(before, server.BackendRequests);
    }
}
