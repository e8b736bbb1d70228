using System.Text.Json.Nodes;
using VideoCreateAi.Mcp.Hosting.Setup;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Setup;

public sealed class ClientConfigurationTests
{
    private static readonly ServerLaunch s_launch = new("/usr/bin/dotnet", ["/opt/vca/videocreateai.dll"]);

    public static TheoryData<string> Clients => [.. ClientKind.All.Select(client => client.Name)];

    [Theory]
    [InlineData("claude-desktop", "mcpServers", null)]
    [InlineData("claude-code", "mcpServers", "stdio")]
    [InlineData("cursor", "mcpServers", null)]
    [InlineData("vscode", "servers", "stdio")]
    public void A_new_file_has_the_clients_own_shape(string client, string key, string? type)
    {
        var entry = JsonNode.Parse(ClientConfiguration.WithEntry(null, Kind(client), s_launch))![key]!["videocreateai"]!;

        Assert.Equal("/usr/bin/dotnet", (string?)entry["command"]);
        Assert.Equal("/opt/vca/videocreateai.dll", (string?)entry["args"]![0]);
        Assert.Equal(type, (string?)entry["type"]);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void What_else_is_in_the_file_survives_putting_in_and_taking_out(string name)
    {
        var client = Kind(name);
        var before = $$"""
            {
              "theme": "dunkel – ✓",
              "{{client.ServersKey}}": {
                "other": {
                  "command": "npx",
                  "env": {
                    "KEY": "a<b>&'c"
                  }
                }
              },
              "big": 12345678901234567890123,
              "exact": 1.0
            }

            """;

        var with = ClientConfiguration.WithEntry(before, client, s_launch);

        Assert.Contains("videocreateai", with, StringComparison.Ordinal);
        Assert.Equal(before, ClientConfiguration.WithoutEntry(with, client));
    }

    [Fact]
    public void The_files_own_indentation_and_line_ends_are_kept()
    {
        var before = "{\r\n\t\"a\": 1\r\n}\r\n";

        var after = ClientConfiguration.WithEntry(before, Kind("cursor"), s_launch);

        Assert.StartsWith("{\r\n\t\"a\": 1,\r\n\t\"mcpServers\": {\r\n\t\t\"videocreateai\": {\r\n", after, StringComparison.Ordinal);
        Assert.EndsWith("}\r\n", after, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_and_trailing_commas_are_understood()
    {
        var before = "{ // mine\n  \"servers\": { \"other\": { \"command\": \"x\", }, },\n}";

        var after = JsonNode.Parse(ClientConfiguration.WithEntry(before, Kind("vscode"), s_launch))!;

        Assert.True(ClientConfiguration.HasComments(before));
        Assert.Equal("x", (string?)after["servers"]!["other"]!["command"]);
    }

    [Fact]
    public void A_second_time_only_the_launch_changes_and_what_the_user_added_stays()
    {
        var before = """{"mcpServers":{"videocreateai":{"command":"old","args":["--x"],"env":{"NEMO_TOKEN":"t"}}}}""";

        var entry = JsonNode.Parse(ClientConfiguration.WithEntry(before, Kind("cursor"), s_launch))!["mcpServers"]!["videocreateai"]!;

        Assert.Equal(("/usr/bin/dotnet", "t", 1), ((string?)entry["command"], (string?)entry["env"]!["NEMO_TOKEN"], entry["args"]!.AsArray().Count));
    }

    [Fact]
    public void What_is_shown_of_an_entry_holds_no_secret()
    {
        var shown = ClientConfiguration.EntryIn("""{"mcpServers":{"videocreateai":{"command":"x","env":{"NEMO_TOKEN":"nmv_usr_1"}}}}""", Kind("cursor"));

        Assert.Contains("NEMO_TOKEN", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("nmv_usr_1", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ broken")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"mcpServers": []}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"mcpServers":{"x":{"y":1,"y":2}}}""")]
    public void What_is_not_understood_is_refused(string text)
    {
        Assert.Throws<ClientConfigurationException>(() => ClientConfiguration.WithEntry(text, Kind("cursor"), s_launch));
        Assert.Throws<ClientConfigurationException>(() => ClientConfiguration.WithoutEntry(text, Kind("cursor")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"mcpServers":{"other":{}}}""")]
    public void Without_an_entry_of_ours_there_is_nothing_to_remove(string? text)
        => Assert.Null(ClientConfiguration.WithoutEntry(text, Kind("cursor")));

    private static ClientKind Kind(string name) => ClientKind.All.First(client => client.Name == name);
}
