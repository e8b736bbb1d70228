using VideoCreateAi.Mcp.Hosting.Shell;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Shell;

public sealed class ShellTextTests
{
    [Theory]
    [InlineData("There is no project with that project_id. Call list_projects for the ids that exist.", "There is no project with that project_id.")]
    [InlineData("It was stopped. Nothing was charged; call export_video to start again.", "It was stopped.")]
    [InlineData("The file a.b.png is empty. Save it again.", "The file a.b.png is empty. Save it again.")]
    [InlineData("Wait a moment, then call again.", "Wait a moment, then call again.")]
    [InlineData("Look at https://example.com/a.html?x=1. Then go on", "Look at https://example.com/a.html?x=1. Then go on")]
    public void A_person_is_not_told_which_tool_to_call(string message, string shown) => Assert.Equal(shown, ShellText.Fault(message));

    [Fact]
    public void Nothing_in_a_text_steers_the_terminal()
        => Assert.Equal("red  and gone", ShellText.Line("\e[31mred\e[0m\r\n and\a \e]0;title\agone"));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1_000, "1 kB")]
    [InlineData(1_540_000, "1.5 MB")]
    [InlineData(20_000_000_000, "20 GB")]
    public void Sizes_are_short(long bytes, string shown) => Assert.Equal(shown, ShellText.Size(bytes));
}
