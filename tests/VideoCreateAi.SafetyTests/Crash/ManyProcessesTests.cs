using System.Globalization;
using System.Text.Json.Nodes;
using VideoCreateAi.TestKit.Cloud;
using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>Several published programs on one data directory and one project, which all call at once: the backend answers their
/// requests in an order drawn from a seed. <c>VIDEOCREATEAI_SAFETY=100</c> makes two thousand interleavings of it.</summary>
public sealed class ManyProcessesTests(ITestOutputHelper output)
{
    private const int EditCost = 50;

    private static readonly string[] s_edits = ["make the music quieter", "add a title", "make it brighter"];

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Programs_that_share_a_data_directory_lose_double_and_mix_up_nothing(int programs)
    {
        var gate = new ShuffledGate();
        await using var stage = await PaidStage.BeginAsync(cloud => cloud.Gate = gate.PassAsync);
        List<PublishedProgram> all = [];
        try
        {
            for (var number = 0; number < programs; number++)
            {
                all.Add(await stage.StartAsync(isWatched: false));
            }

            await InterleaveAsync(stage, gate, all, 10 * ProofSize.Times);
        }
        finally
        {
            foreach (var program in all)
            {
                await program.DisposeAsync();
            }
        }
    }

    private async Task InterleaveAsync(PaidStage stage, ShuffledGate gate, List<PublishedProgram> programs, int times)
    {
        var project = (await programs[0].CallAsync("create_video", new JsonObject { ["text"] = "make a 4-second vertical promo at dawn" })).ProjectId!;
        var credits = stage.Cloud.Accounts.Single().Available;
        List<SharedCall> made = [];
        for (var time = 0; time < times; time++)
        {
            var seed = (1000 * programs.Count) + time;
            var dice = new Random(seed);
            List<SharedCall> calls = [.. programs.Select((program, number) => Draw(dice, project, seed, number))];
            var chosen = await gate.ShuffleAsync(
                () => calls.Zip(programs, async (call, program) => call.Reply = await program.CallAsync(call.Tool, call.Arguments)), dice);
            made.AddRange(calls);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"seed {seed}: {string.Join(", ", calls.Select(call => $"{call.Tool} {call.Words ?? call.Arguments["name"]?.ToString()} {call.Reply!.Code ?? call.Reply.Status}"))}; {chosen} choices"));
            Judge(stage, calls, seed);
        }

        var messages = stage.Cloud.Projects.Single().Messages.Count - 1;
        var paths = made.Select(call => call.Reply!.Path).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(credits - (messages * EditCost), stage.Cloud.Accounts.Single().Available);
        Assert.Equal(paths, Directory.GetFiles(stage.OutputFolder, "*", new EnumerationOptions { AttributesToSkip = 0 }).Order(StringComparer.Ordinal));
        Assert.Equal(paths.Count, stage.Cloud.Renders.Count);
        Assert.Equal("No job is running or waiting to be told.", (await programs[^1].CallAsync("check_job", [])).Text.Split('\n')[0]);
    }

    private static SharedCall Draw(Random dice, string project, int seed, int number)
    {
        return dice.Next(8) switch
        {
            // An edit that all who draw it mean as one.
            0 or 1 => Edit($"{s_edits[0]}, together {seed}", $"key-{seed}"),
            2 or 3 => Edit($"{s_edits[dice.Next(s_edits.Length)]}, alone {seed} {number}", key: null),
            4 or 5 => Of("export_video", ("name", $"film {seed}"), ("wait_seconds", 600)),
            6 => Of("open_project", ("rename", $"name {seed} {number}")),
            _ => Of("get_timeline"),
        };

        SharedCall Edit(string words, string? key) =>
            Of("edit_video", ("message", words), ("idempotency_key", key), ("wait_seconds", 600)) with { Words = words };

        SharedCall Of(string tool, params (string Name, JsonNode? Value)[] arguments) => new(
            tool, null, new JsonObject(arguments.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value)).Append(new("project_id", project))));
    }

    private static void Judge(PaidStage stage, List<SharedCall> calls, int seed)
    {
        foreach (var call in calls)
        {
            var reply = call.Reply!;
            Assert.True(reply.Code is null or "project_busy", $"seed {seed}: {call.Tool} {reply.Text}");
            Assert.True(call.Tool is not ("edit_video" or "export_video") || reply.Code is not null || reply.Status == "done", $"seed {seed}: {reply.Text}");
            Assert.True(reply.Path is null || File.ReadAllBytes(reply.Path).AsSpan().SequenceEqual(CloudFilm.Made.Result.Bytes), $"seed {seed}");
        }

        foreach (var same in calls.Where(call => call.Words is not null).GroupBy(call => call.Words!))
        {
            var messages = stage.Cloud.Projects.Sum(project => project.Messages.Count(message => message == same.Key));
            var done = same.Where(call => call.Reply!.Status == "done").Select(call => call.Reply!.JobId).Distinct().Count();
            Assert.True(messages <= 1 && done == messages, $"seed {seed}: {messages} messages, {done} jobs done of {same.Key}");
        }

        // Who exports the same at the same time gets the same file, unless the timeline changed in between.
        if (calls.All(call => call.Tool != "edit_video"))
        {
            Assert.InRange(calls.Select(call => call.Reply!.Path).OfType<string>().Distinct().Count(), 0, 1);
        }
    }

    /// <param name="Words">Of an edit.</param>
    private sealed record SharedCall(string Tool, string? Words, JsonObject Arguments)
    {
        public ToolReply? Reply { get; set; }
    }
}
