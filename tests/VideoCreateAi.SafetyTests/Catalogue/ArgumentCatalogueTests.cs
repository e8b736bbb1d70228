namespace VideoCreateAi.SafetyTests.Catalogue;

/// <summary>Arguments of the wrong kind, range or size. Each row: the code, the tool, the arguments as JSON.</summary>
public sealed class ArgumentCatalogueTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    public static TheoryData<int, string> Rows => CatalogueFile.Rows("arguments.tsv");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_argument_is_refused_by_its_code_and_nothing_is_sent(int line, string row)
    {
        Assert.True(line > 0);
        var fields = CatalogueFile.Fields(row);
        var before = server.BackendRequests;

        // In JSON a backslash is JSON's own: here only what is repeated is unfolded.
        var (code, text) = await server.CallAsync(CatalogueFile.Plain(fields[1]), server.Folders.Resolve(CatalogueFile.Plain(fields[2].Replace("\\", "\\\\", StringComparison.Ordinal))));

        Assert.True(fields[0] == code, $"{fields[0]} was expected and it says: {text}");
        Assert.Equal(before, server.BackendRequests);
    }

    [Fact]
    public async Task A_refusal_takes_a_moment()
    {
        for (var call = 0; call < 200; call++)
        {
            await server.CallAsync("upload_media", """{"files":["/etc/passwd"],"urls":["http://10.0.0.1/a.png"]}""");
        }

        // The middle one: what a busy machine makes of the slowest says nothing of the product.
        List<TimeSpan> times = [.. server.Times.Order()];
        Assert.True(times[times.Count / 2] < TimeSpan.FromMilliseconds(250), $"half of the refusals take longer than {times[times.Count / 2]}");
    }
}
