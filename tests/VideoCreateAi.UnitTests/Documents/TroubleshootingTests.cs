using System.Text.RegularExpressions;

namespace VideoCreateAi.UnitTests.Documents;

/// <summary>The troubleshooting of the server's README has a row for every error code.</summary>
public sealed partial class TroubleshootingTests
{
    private static readonly string s_part = MarkdownFile.Read("src/VideoCreateAi.Mcp/README.md").Text.Split("\n## Troubleshooting\n")[1].Split("\n## ")[0];

    [Fact]
    public void Every_code_that_can_be_given_is_told_once_and_no_other()
    {
        var told = RowPattern().Matches(s_part).SelectMany(row => CodePattern().Matches(row.Value.Split('|')[1])).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal([], ErrorCodes.All.Except(told).Order());
        Assert.Equal([], told.Except(ErrorCodes.All).Order());
        Assert.Equal(told.Count, told.Distinct().Count());
    }

    [Theory]
    [InlineData("throw new ToolRefusedException(\"busy\", $\"Too {Many(1, 2)} calls\");", "busy")]
    [InlineData("public static X From(string a)\n    => new(\"not_a_file\",\n $\"{a}\");", "not_a_file")]
    [InlineData("await ApiReply.RefuseAsync(context, Status, 400, \"No.\", \"malformed_draft\");", "malformed_draft")]
    [InlineData("job with { ErrorCode = \"cancelled\" }", "cancelled")]
    [InlineData("return (\"unsupported_output\", message);", "unsupported_output")]
    [InlineData("Console.Write(\"nothing\")")]
    public void The_source_is_read(string source, params string[] codes) => Assert.Equal(codes, ErrorCodes.In(source).Distinct());

    [GeneratedRegex(@"^\| `.*$", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex CodePattern();
}
