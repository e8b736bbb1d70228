using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Packaging;

/// <summary>The skill that teaches agents this program, held to the rules for skills and to the program.</summary>
public sealed class SkillTests
{
    private const string Folder = "samples/skill/video-create-ai";

    private static readonly string s_text = Encoding.UTF8.GetString(RepositoryFile.Read($"{Folder}/SKILL.md"));

    private static readonly string s_head = s_text.Split("---\n")[1];

    private static readonly string s_body = s_text[(s_text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..];

    private static readonly string[] s_projects = ["src/VideoCreateAi.Mcp", "src/VideoCreateAi.Studio"];

    private static readonly HashSet<string> s_tools =
        [.. Directory.GetFiles(RepositoryFile.PathOf("src/VideoCreateAi.Mcp/Features/Schemas"), "*_*.json").Select(path => Path.GetFileNameWithoutExtension(path))];

    [Fact]
    public void Its_name_is_that_of_its_folder()
    {
        var name = Field("name");

        Assert.Equal(Path.GetFileName(Folder), name);
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", name);
        Assert.InRange(name.Length, 1, 64);
    }

    [Fact]
    public void Its_description_says_what_and_when()
    {
        Assert.InRange(Field("description").Length, 1, 1024);
        Assert.Contains("Use it whenever", Field("description"), StringComparison.Ordinal);
        Assert.InRange(Field("compatibility").Length, 1, 500);
    }

    [Fact]
    public void Its_version_is_the_one_that_backends_are_told()
        => Assert.Equal(ServerServices.OptionsOf(ServerSettings.Read()).ProductVersion, Field("  version").Trim('"'));

    [Fact]
    public void It_is_short_enough_to_be_read_at_once()
    {
        Assert.InRange(s_body.Split('\n').Length, 20, 499);
        Assert.InRange(s_body.Length / 4, 1, 5000);
    }

    [Fact]
    public void Every_tool_is_taught_and_none_that_does_not_exist()
    {
        var table = s_body.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')[1]);
        var taught = table.SelectMany(cell => Regex.Matches(cell, "`([a-z]+_[a-z]+)`").Select(match => match.Groups[1].Value)).Where(s_tools.Contains).Distinct();

        Assert.Equal(s_tools.Order(), taught.Order());
    }

    [Fact]
    public void Every_word_in_code_signs_is_a_tool_an_argument_a_code_or_a_file()
    {
        var sources = string.Concat(s_projects.SelectMany(Layout.SourceTree.Files).Select(file => file.Text))
            + string.Concat(Directory.GetFiles(RepositoryFile.PathOf("src/VideoCreateAi.Mcp/Features/Schemas")).Select(File.ReadAllText));
        var words = Regex.Matches(s_body, "`([a-z][a-zA-Z]*(?:_[a-z]+)+)`").Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.Matches($@"\b{word}\b|\b{Pascal(word)}\b", sources));
    }

    [Fact]
    public void Every_option_that_it_names_exists()
    {
        var root = CommandLine.Create();
        HashSet<string> known = [.. root.Subcommands.Cast<Command>().Append(root).SelectMany(command => command.Options).SelectMany(option => option.Aliases.Append(option.Name))];
        var named = Regex.Matches(s_body, @"(?<![\w-])--?[a-z][a-z-]*").Select(match => match.Value).Distinct().ToList();

        Assert.Contains("--preset", named);
        Assert.Empty(named.Except(known));
    }

    [Fact]
    public void Every_command_that_it_names_exists()
    {
        var known = CommandLine.Create().Subcommands.Select(command => command.Name);
        var named = Regex.Matches(s_body, @"videocreateai ([a-z]+)\b").Select(match => match.Groups[1].Value).Where(name => name is not "tools").Distinct();

        Assert.Empty(named.Except(known));
    }

    private static string Pascal(string word) => string.Concat(word.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static string Field(string name) => Regex.Match(s_head, $"^{name}: (.+)$", RegexOptions.Multiline).Groups[1].Value;
}
