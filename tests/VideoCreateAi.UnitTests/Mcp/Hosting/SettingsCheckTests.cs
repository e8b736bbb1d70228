using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Hosting;

public sealed class SettingsCheckTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_any_setting_the_server_starts() => Assert.Empty(SettingsCheck.Faults(Read()));

    [Theory]
    [InlineData("NEMO_API_URL", "not an address")]
    [InlineData("NEMO_API_URL", "https://")]
    [InlineData("NEMO_WEB_URL", "nemovideo")]
    public void An_address_that_does_not_parse_is_named_and_never_replaced_in_silence(string name, string value)
    {
        var fault = Assert.Single(SettingsCheck.Faults(Read(("VIDEOCREATEAI_BACKEND", "cloud"), (name, value))));

        Assert.Contains(name, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NEMO_API_URL", "http://api.example.com/")]
    [InlineData("NEMO_API_URL", "localhost:8080")]
    [InlineData("NEMO_API_URL", "https://me:secret@api.example.com/")]
    [InlineData("NEMO_WEB_URL", "http://nemovideo.example/")]
    [InlineData("NEMO_TOKEN", "two words")]
    [InlineData("NEMO_TOKEN", "line\nend")]
    [InlineData("NEMO_CLIENT_ID", "a\r\nX-Evil: 1")]
    public void A_setting_that_would_give_a_secret_away_or_break_a_header_is_named(string name, string value)
    {
        var fault = Assert.Single(SettingsCheck.Faults(Read(("VIDEOCREATEAI_BACKEND", "cloud"), (name, value))));

        Assert.Contains(name, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null, "--data")]
    [InlineData("data", " ", "--output")]
    public void A_folder_that_a_script_left_empty_is_named_and_not_replaced_by_the_usual_one(string data, string? output, string name)
    {
        var settings = ServerSettings.Read(data.Length > 0 ? _folder.File(data) : data, output, backend: null, [], _ => null);

        Assert.Contains(name, Assert.Single(SettingsCheck.Faults(settings)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_told_at_once() => Assert.Equal(
        4,
        SettingsCheck.Faults(Read(
            ("NEMO_TOKEN", "two words"), ("NEMO_CLIENT_ID", "two words"), ("NEMO_API_URL", "http://api.example.com"), ("NEMO_WEB_URL", "web"))).Count);

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_cannot_use_its_settings_ends_before_it_does_anything()
    {
        var code = await StdioServer.RunAsync(Read(("NEMO_TOKEN", "two words")), CancellationToken.None);

        Assert.Equal(2, code);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData(null, "https://api.example.com/", false)]
    [InlineData("HTTPS_PROXY", "https://api.example.com/", true)]
    [InlineData("http_proxy", "https://api.example.com/", true)]
    [InlineData("HTTPS_PROXY", "http://127.0.0.1:8080/", false)]
    public void A_proxy_is_used_where_the_environment_names_one_and_never_on_this_machine(string? variable, string address, bool isUsed)
    {
        var settings = Read((variable ?? "NONE", "http://proxy.example:3128"), ("NEMO_API_URL", address), ("VIDEOCREATEAI_BACKEND", "cloud"));

        using var connection = (SocketsHttpHandler)NetworkConnection.ToBackend(BackendChoice.Of(settings), ServerServices.OptionsOf(settings));

        Assert.Equal(isUsed, connection.UseProxy);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("Off", false)]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("YES", true)]
    public void A_switch_is_read_in_the_usual_words(string? value, bool isReadOnly)
    {
        var settings = Read((value is null ? "NONE" : "VIDEOCREATEAI_READ_ONLY", value ?? ""));

        Assert.Equal(isReadOnly, settings.IsReadOnly);
        Assert.Empty(settings.Faults);
    }

    [Fact]
    public void A_switch_that_cannot_be_read_is_told_and_taken_for_on()
    {
        var settings = Read(("VIDEOCREATEAI_READ_ONLY", "maybe"));

        Assert.True(settings.IsReadOnly);
        Assert.Contains("VIDEOCREATEAI_READ_ONLY", Assert.Single(SettingsCheck.Faults(settings)), StringComparison.Ordinal);
    }

    private ServerSettings Read(params (string Name, string Value)[] environment) => ServerSettings.Read(
        _folder.File("data"), _folder.File("out"), backend: null, [],
        name => environment.FirstOrDefault(variable => variable.Name == name).Value);
}
