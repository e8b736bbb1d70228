using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.UnitTests.Mcp.Sessions;

public sealed class ProjectNameTests
{
    [Theory]
    [InlineData("a beach at dusk", "a beach at dusk")]
    [InlineData("  a beach\nand more", "a beach")]
    [InlineData(null, "Untitled")]
    [InlineData(" \r\n ", "Untitled")]
    public void A_project_is_named_by_the_first_line_of_its_first_message(string? message, string name) =>
        Assert.Equal(name, ProjectSessions.NameFrom(message));

    [Theory]
    [InlineData(0, 59)]
    [InlineData(1, 60)]
    public void A_long_name_is_cut_and_never_in_the_middle_of_a_letter(int before, int length)
    {
        var name = ProjectSessions.NameFrom(new string('a', before) + string.Concat(Enumerable.Repeat("😀", 50)));

        Assert.EndsWith("😀…", name, StringComparison.Ordinal);
        Assert.Equal(length, name.Length);
    }
}
