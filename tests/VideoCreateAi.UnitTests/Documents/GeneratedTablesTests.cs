using System.Text.RegularExpressions;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.UnitTests.Layout;

namespace VideoCreateAi.UnitTests.Documents;

/// <summary>The tables of the documents. After a change of what they tell:
/// <c>UPDATE_DOCUMENTS=1 dotnet test tests/VideoCreateAi.UnitTests --filter GeneratedTablesTests</c>.</summary>
public sealed class GeneratedTablesTests
{
    // For tests alone, or nothing that somebody sets for this program.
    private static readonly string[] s_untold = ["VIDEOCREATEAI_STUDIO_IDLE_SECONDS", "XDG_RUNTIME_DIR", "TERM", "OTEL_TRACES_SAMPLER"];

    [Theory]
    [InlineData("README.md", "install", "tools", "settings")]
    [InlineData("src/VideoCreateAi.Mcp/README.md", "exits", "options", "arguments")]
    [InlineData("packaging/nuget/README.md", "settings")]
    public void A_document_says_what_the_code_says(string path, params string[] parts)
    {
        var document = MarkdownFile.Read(path);
        var made = GeneratedTables.Fill(document.Text);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCUMENTS") is "1")
        {
            File.WriteAllText(document.FullPath, made);
        }

        Assert.Equal(parts.Order(), Regex.Matches(made, @"^<!-- /(\w+) -->$", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Order());
        Assert.Equal(made, File.ReadAllText(document.FullPath));
    }

    [Fact]
    public void Every_variable_that_is_read_is_a_setting_and_every_setting_is_read()
    {
        var read = SourceTree.Files("src/VideoCreateAi.Mcp/Hosting").Where(file => !file.Path.EndsWith("/Settings.cs", StringComparison.Ordinal))
            .SelectMany(file => Regex.Matches(file.Text, @"""((?:VIDEOCREATEAI|NEMO|SKILL|HTTPS|NO|XDG|OTEL)_[A-Z_]+|TERM)""").Select(match => match.Groups[1].Value))
            .Distinct().Except(s_untold).Append("NO_PROXY");

        Assert.Equal(read.Order(), Settings.All.Select(setting => setting.Variable).Order());
    }

    [Fact]
    public void Every_option_of_the_server_is_a_setting_and_the_other_way_round()
    {
        var options = CommandLine.Create().Options.Where(option => option.Description!.Contains('(', StringComparison.Ordinal)).Select(option => option.Name);

        Assert.Equal(options.Order(), Settings.All.Select(setting => setting.Option).OfType<string>().Order());
    }

    [Fact]
    public void The_defaults_that_are_told_are_those_that_hold()
    {
        var settings = ServerSettings.Read(null, null, null, [], _ => null);

        Assert.Equal(settings.Backend, Told("--backend"));
        Assert.Equal($"{settings.Spending.HourlyCap}", Told("--credit-cap"));
        Assert.Equal(0, settings.Spending.AskAbove);
        Assert.Equal("always", Told("--confirm"));
        Assert.Equal(settings.IsReadOnly ? "true" : "false", Told("--read-only"));
        Assert.Equal("videocreateai", Path.GetFileName(settings.DataFolder));
        Assert.Equal("VideoCreateAi", Path.GetFileName(settings.OutputFolder));
        Assert.Empty(settings.AllowedFolders);
        Assert.Equal($"{settings.CloudAddress}", Settings.All.Single(setting => setting.Variable == "NEMO_API_URL").Default);
        Assert.Equal($"{settings.WebAddress}", Settings.All.Single(setting => setting.Variable == "NEMO_WEB_URL").Default);
    }

    private static string Told(string option) => Settings.All.Single(setting => setting.Option == option).Default;
}
