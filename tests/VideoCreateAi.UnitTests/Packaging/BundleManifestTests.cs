using System.Text.Json;
using System.Text.RegularExpressions;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Packaging;

public sealed class BundleManifestTests : IDisposable
{
    private readonly JsonDocument _document = JsonDocument.Parse(RepositoryFile.Read("packaging/mcpb/manifest.json"));

    public void Dispose() => _document.Dispose();

    private JsonElement Settings => _document.RootElement.GetProperty("user_config");

    private JsonElement Launch => _document.RootElement.GetProperty("server").GetProperty("mcp_config");

    [Fact]
    public void Every_setting_is_passed_on_and_every_one_that_is_passed_on_exists()
    {
        var passed = Regex.Matches(Launch.GetRawText(), @"\$\{user_config\.(\w+)\}").Select(match => match.Groups[1].Value);

        Assert.Equal(Settings.EnumerateObject().Select(setting => setting.Name).Order(), passed.Order());
    }

    [Fact]
    public void Nothing_must_be_filled_in_and_the_token_is_hidden()
    {
        Assert.All(Settings.EnumerateObject(), setting =>
        {
            Assert.False(setting.Value.GetProperty("required").GetBoolean());
            Assert.True(setting.Value.TryGetProperty("default", out _));
        });
        Assert.True(Settings.GetProperty("token").GetProperty("sensitive").GetBoolean());
    }

    [Theory]
    [InlineData]
    [InlineData("/a")]
    [InlineData("/a", "/b c")]
    [InlineData("${user_config.allowed_folders}")]
    public void A_list_of_folders_of_any_length_is_taken(params string[] folders)
    {
        var option = Launch.GetProperty("args")[0].GetString()!;

        var parsed = CommandLine.Parse([option, .. folders]);

        Assert.Empty(parsed.Errors);
        Assert.Equal(folders, parsed.GetValue<string[]>(option));
    }

    [Fact]
    public void A_wish_behind_an_allowed_folder_is_still_a_wish()
    {
        var parsed = CommandLine.Parse(["make", "--allow-dir", "/a", "a film", "b.png"]);

        Assert.Empty(parsed.Errors);
        Assert.Equal("a film", parsed.GetValue<string>("text"));
    }
}
