using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting;

namespace VideoCreateAi.UnitTests.Mcp.Hosting;

public sealed class ResultRedactionTests
{
    private const string Token = "nmv_usr_se+cret/token=";

    [Fact]
    public void A_token_in_a_title_does_not_leave_the_server()
    {
        using var backend = Client();
        var data = JsonElement.Parse($$"""{"tracks":[{"name":"my {{Token}} title","n":1.50,"on":true,"none":null}]}""");
        var result = new CallToolResult { Content = [new TextContentBlock { Text = $"Title: {Token}" }], StructuredContent = data };

        var clean = ResultRedaction.Clean(result, backend);

        Assert.Equal("Title: [token]", Assert.IsType<TextContentBlock>(Assert.Single(clean.Content)).Text);
        Assert.Equal("""{"tracks":[{"name":"my [token] title","n":1.50,"on":true,"none":null}]}""", clean.StructuredContent!.Value.GetRawText());
    }

    [Fact]
    public void A_token_in_a_name_of_the_data_does_not_leave_the_server_at_any_depth()
    {
        using var backend = Client();
        var data = JsonElement.Parse($$"""{"a":[{"{{Token}}":1,"x{{Token}}":{"{{Token}}":[true]} }],"{{Token.ToUpperInvariant()}}":2}""");
        var result = new CallToolResult { Content = [], StructuredContent = data };

        var clean = ResultRedaction.Clean(result, backend);

        Assert.Equal("""{"a":[{"[token]":1,"x[token]":{"[token]":[true]}}],"[token]":2}""", clean.StructuredContent!.Value.GetRawText());
    }

    [Fact]
    public void Two_names_that_become_one_are_one()
    {
        using var backend = Client();
        var data = JsonElement.Parse($$"""{"{{Token}}":1,"{{Uri.EscapeDataString(Token)}}":2,"other":3}""");

        var clean = ResultRedaction.Clean(new CallToolResult { Content = [], StructuredContent = data }, backend);

        Assert.Equal("""{"[token]":2,"other":3}""", clean.StructuredContent!.Value.GetRawText());
    }

    [Fact]
    public void A_result_without_the_token_stays_as_it_is()
    {
        using var backend = Client();
        var data = JsonElement.Parse("""{"tracks":[]}""");
        var result = new CallToolResult { Content = [new TextContentBlock { Text = "Timeline: empty" }], StructuredContent = data };

        Assert.Equal("""{"tracks":[]}""", ResultRedaction.Clean(result, backend).StructuredContent!.Value.GetRawText());
    }

    [Fact]
    public void A_token_in_a_resource_does_not_leave_the_server_even_behind_escapes()
    {
        using var backend = Client();
        var result = new ReadResourceResult
        {
            Contents =
            [
                new TextResourceContents { Uri = "a", MimeType = "text/plain", Text = $"Title: {Token}" },
                new TextResourceContents { Uri = "b", MimeType = "application/json", Text = $$"""{"name":"my {{Token.Replace("+", "\\u002B", StringComparison.Ordinal)}} title","n":1.50}""" },
            ],
        };

        var texts = ResultRedaction.Clean(result, backend).Contents.Cast<TextResourceContents>().Select(contents => contents.Text);

        Assert.Equal(["Title: [token]", """{"name":"my [token] title","n":1.50}"""], texts);
    }

    [Fact]
    public void A_token_in_a_project_s_name_does_not_stand_in_a_list()
    {
        using var backend = Client();
        var result = new ListResourcesResult { Resources = [new Resource { Uri = "a", Name = $"Timeline: {Token}", Title = $"Timeline: {Token}" }] };

        var resource = Assert.Single(ResultRedaction.Clean(result, backend).Resources);

        Assert.Equal(("Timeline: [token]", "Timeline: [token]"), (resource.Name, resource.Title));
    }

    private static BackendClient Client() => BackendClientFactory.ForNetwork(
        BackendDescription.Cloud(new Uri("https://backend.example/")),
        new GatewayOptions { Token = Token, ProductVersion = "1.2.3" },
        TimeProvider.System,
        NullLoggerFactory.Instance);
}
