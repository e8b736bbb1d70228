using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting;

namespace VideoCreateAi.UnitTests.Mcp.Hosting;

public sealed class BackendChoiceTests
{
    [Theory]
    [InlineData("auto", null, "Studio")]
    [InlineData("auto", "nmv_usr_x", "Cloud")]
    [InlineData("studio", "nmv_usr_x", "Studio")]
    [InlineData("CLOUD", null, "Cloud")]
    [InlineData("https://backend.example/", null, "Address")]
    [InlineData("http://127.0.0.1:8080", null, "Address")]
    public void The_backend_follows_the_settings(string backend, string? token, string kind)
        => Assert.Equal(Enum.Parse<BackendKind>(kind), BackendChoice.Of(Settings(backend, token)).Kind);

    [Theory]
    [InlineData("http://backend.example/")]
    [InlineData("ftp://backend.example/")]
    [InlineData("local")]
    public void A_backend_that_would_see_the_token_in_clear_is_refused(string backend)
        => Assert.Throws<ArgumentException>(() => BackendChoice.Of(Settings(backend, null)));

    private static ServerSettings Settings(string backend, string? token) =>
        new() { DataFolder = "/d", OutputFolder = "/o", Backend = backend, Token = token };
}
