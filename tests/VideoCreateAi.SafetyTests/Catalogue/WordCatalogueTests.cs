using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Hosting.Logging;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.SafetyTests.Catalogue;

/// <summary>What is left of texts, names and paths by the rules alone, without a server.</summary>
public sealed class WordCatalogueTests
{
    private static readonly FileAccessPolicy s_policy = new(new FileAccessOptions { HomeFolder = @"C:\Users\me" });

    public static TheoryData<int, string> Texts => CatalogueFile.Rows("texts.tsv");

    public static TheoryData<int, string> Names => CatalogueFile.Rows("names.tsv");

    public static TheoryData<int, string> WindowsPaths => CatalogueFile.Rows("windows.tsv");

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_shown_without_what_hides_or_steers(int line, string row)
    {
        Assert.True(line > 0);
        var fields = CatalogueFile.Fields(row);
        var text = CatalogueFile.Plain(fields[1]);

        var shown = fields[0] switch
        {
            "name" => DisplayText.From(text, maxLength: 200),
            "words" => UntrustedText.Clean(text),
            "line" => UntrustedText.Name(text),
            "log" => LogText.Clean(text),
            var other => throw new InvalidOperationException(other),
        };

        Assert.Equal(CatalogueFile.Plain(fields[2]), shown);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wish_becomes_a_name_that_is_good_everywhere(int line, string row)
    {
        Assert.True(line > 0);
        var fields = CatalogueFile.Fields(row);

        Assert.Equal(CatalogueFile.Plain(fields[1]), OutputName.Clean(CatalogueFile.Plain(fields[0])));
    }

    [Theory]
    [MemberData(nameof(WindowsPaths))]
    public void A_path_is_judged_by_the_rules_of_Windows_on_every_system(int line, string row)
    {
        Assert.True(line > 0);
        var fields = CatalogueFile.Fields(row);

        var fault = Record.Exception(() => UserPath.ToAbsolute(CatalogueFile.Plain(fields[1]), s_policy, windows: true));

        Assert.Equal(fields[0], fault is null ? "ok" : Assert.IsType<LocalFileException>(fault).Code);
    }
}
