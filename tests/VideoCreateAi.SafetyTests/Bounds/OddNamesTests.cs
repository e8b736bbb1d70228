using VideoCreateAi.SafetyTests.Canary;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.SafetyTests.Bounds;

/// <summary>What a client calls and nobody knows is not said again where it could steer a terminal or a model.</summary>
public sealed class OddNamesTests
{
    private static readonly string[] s_names = ["\\u001b[31mexport_video", "\\u202eoediv_tropxe", "list projects", "list_projects\\u0000", "\\ud83d", new('x', 5000)];

    [Fact]
    public async Task A_tool_and_a_method_of_a_name_that_none_has_are_refused_without_it()
    {
        using var stage = new CanaryStage();
        await using var server = await WiredServer.StartAsync(stage.Arguments(), stage.Environment("studio"));

        foreach (var name in s_names)
        {
            var tool = (await server.AnswerToAsync($$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{name}}","arguments":{} } }""")).GetProperty("error");
            var method = (await server.AnswerToAsync($$"""{"jsonrpc":"2.0","id":2,"method":"{{name}}"}""")).GetProperty("error");

            Assert.Equal((-32602, "There is no tool of that name."), (tool.GetProperty("code").GetInt32(), tool.GetProperty("message").GetString()));
            Assert.Equal((-32601, "There is no method of that name."), (method.GetProperty("code").GetInt32(), method.GetProperty("message").GetString()));
        }
    }
}
