using VideoCreateAi.Mcp.Hosting;

namespace VideoCreateAi.UnitTests.Mcp.Hosting;

public sealed class CallToolBoundaryTests
{
    [Fact]
    public void A_bug_promises_nothing_and_names_where_to_look()
    {
        Assert.DoesNotContain("charged", CallToolBoundary.Bug.Message, StringComparison.Ordinal);
        Assert.Contains("check_job", CallToolBoundary.Bug.Message, StringComparison.Ordinal);
    }
}
