using VideoCreateAi.Mcp.Features.App;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.UnitTests.Mcp.Features;

/// <summary>What is done by hand becomes one exact edit.</summary>
public sealed class ViewEditTests
{
    [Theory]
    [InlineData("undo", null, null, null, null, null, """[{"op":"undo"}]""", "By hand: undo")]
    [InlineData("remove", 3, null, null, null, null, """[{"op":"remove","target":"3"}]""", "By hand: shot 3 removed")]
    [InlineData("move", 3, 1, null, null, null, """[{"op":"move","target":"3","to":"1"}]""", "By hand: shot 3 moved to place 1")]
    [InlineData("trim", 2, null, 0.5, 3.25, null, """[{"op":"trim","target":"2","start":0.5,"end":3.25}]""", "By hand: shot 2 trimmed to 0.5-3.25 s of its file")]
    [InlineData("length", 1, null, null, null, 4.5, """[{"op":"length","target":"1","seconds":4.5}]""", "By hand: shot 1 now 4.5 s")]
    public void An_edit_by_hand_is_an_exact_edit_with_a_name_for_the_history(
        string action, int? shot, int? to, double? start, double? end, double? seconds, string operations, string words)
        => Assert.Equal(new ViewEdit(operations, words), ViewEdit.Of(action, shot, to, start, end, seconds));

    [Theory]
    [InlineData("explode", 1, null, null, null, null)]
    [InlineData("move", 1, null, null, null, null)]
    [InlineData("move", 1, 0, null, null, null)]
    [InlineData("move", 0, 1, null, null, null)]
    [InlineData("remove", null, null, null, null, null)]
    [InlineData("trim", 1, null, 2.0, 2.05, null)]
    [InlineData("trim", 1, null, -1.0, 2.0, null)]
    [InlineData("trim", 1, null, 1.0, null, null)]
    [InlineData("length", 1, null, null, null, 0.05)]
    [InlineData("length", 1, null, null, null, double.NaN)]
    public void What_is_not_complete_is_refused(string action, int? shot, int? to, double? start, double? end, double? seconds)
        => Assert.Equal("invalid_argument", Assert.Throws<ToolRefusedException>(() => ViewEdit.Of(action, shot, to, start, end, seconds)).Code);
}
