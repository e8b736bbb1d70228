using System.Text.Json;
using VideoCreateAi.SafetyTests.Canary;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.SafetyTests.Bounds;

/// <summary>Over standard input, a request that is JSON and says something twice or too little.</summary>
public sealed class DoubledNamesTests
{
    private static readonly string[] s_params =
    [
        """{"name":"list_projects","name":"list_projects","arguments":{}}""",
        """{"name":"list_projects","arguments":{},"arguments":{"limit":1}}""",
        """{"name":"list_projects","arguments":{},"_meta":{"progressToken":1,"progressToken":2}}""",
        """{"name":"list_projects","_meta":{},"_meta":{}}""",
        """{"arguments":{}}""",
        """{"name":7}""",
        """{"name":"list_projects","arguments":[1]}""",
    ];

    [Fact]
    public async Task It_is_answered_in_words_under_its_id_and_the_next_one_with_its_result()
    {
        using var stage = new CanaryStage();
        await using var server = await WiredServer.StartAsync(stage.Arguments(), stage.Environment("studio"));

        foreach (var (number, parameters) in s_params.Index())
        {
            var answer = await server.AnswerToAsync($$"""{"jsonrpc":"2.0","id":"r{{number}}","method":"tools/call","params":{{parameters}} }""");

            Assert.Equal($"r{number}", answer.GetProperty("id").GetString());
            Assert.Equal((-32602, true), (Code(answer), Words(answer).Contains("params", StringComparison.Ordinal)));
        }

        Assert.False((await server.CallAsync("list_projects", "{}")).TryGetProperty("isError", out var isError) && isError.GetBoolean());
    }

    private static int Code(JsonElement answer) => answer.GetProperty("error").GetProperty("code").GetInt32();

    private static string Words(JsonElement answer) => answer.GetProperty("error").GetProperty("message").GetString()!;
}
