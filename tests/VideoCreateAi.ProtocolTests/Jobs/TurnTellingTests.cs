using System.Collections.Concurrent;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>What a user hears of a message: before it costs, while it runs, and of what it did.</summary>
public sealed class TurnTellingTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new() { Draft = EditorBackend.DraftWith() };

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task A_silent_edit_is_told_by_what_changed()
    {
        _backend.OnMessage = (_, _) =>
        {
            _backend.Draft = EditorBackend.DraftWith("Paradise Found");
            return Task.FromResult(EditorBackend.Stream("""{"type":"tool_call","name":"add_title","args":{}}""", """{"type":"tool_result","name":"add_title","result":{}}"""));
        };
        await using var server = Server();

        var job = await server.EndOfAsync(await server.EditAsync("add a title"));

        Assert.Equal(JobState.Done, job.State);
        Assert.Contains(job.Changes, change => change == "Title added: 'Paradise Found' (top, 0–3 s)");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_silent_edit_without_a_change_is_no_error_and_is_not_sent_again()
    {
        _backend.OnMessage = (_, _) => Task.FromResult(EditorBackend.Stream(
            """{"type":"tool_call","name":"add_title","args":{}}""", """{"type":"tool_result","name":"add_title","result":{}}""", "heartbeat"));
        await using var server = Server();

        var job = await server.EndOfAsync(await server.EditAsync("add a title"));

        Assert.Equal(JobState.Done, job.State);
        Assert.Contains("nothing on the timeline has changed", job.Reply, StringComparison.Ordinal);
        Assert.Single(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task Credits_that_run_out_on_the_way_end_it_and_tell_what_was_done()
    {
        _backend.OnMessage = (_, _) =>
        {
            _backend.Draft = EditorBackend.DraftWith("Half");
            return Task.FromResult(EditorBackend.Stream(
                """{"type":"tool_call","name":"add_title","args":{}}""", """{"type":"error","code":2001,"message":"no credits"}"""));
        };
        await using var server = Server();

        var job = await server.EndOfAsync(await server.EditAsync("add two titles"));

        Assert.Equal((JobState.Failed, "out_of_credits"), (job.State, job.ErrorCode));
        Assert.Contains("part of it was done", job.Error, StringComparison.Ordinal);
        Assert.Contains(job.Changes, change => change.Contains("Half", StringComparison.Ordinal));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(1001)]
    [InlineData(1002)]
    public async Task A_project_out_of_reach_on_the_way_leaves_the_outcome_unknown(int code)
    {
        _backend.OnMessage = (_, _) => Task.FromResult(EditorBackend.Stream(
            """{"type":"tool_call","name":"add_title","args":{}}""", $$"""{"type":"error","code":{{code}},"message":"gone"}"""));
        await using var server = Server();

        var job = await server.EndOfAsync(await server.EditAsync("add a title"));

        Assert.Equal(JobState.Unknown, job.State);
        Assert.Contains("not sent again", job.Error, StringComparison.Ordinal);
        Assert.Single(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_a_generation_uses_is_said_before_the_message_is_sent()
    {
        var heard = new Heard();
        string[] before = [];
        _backend.OnMessage = async (_, cancellationToken) =>
        {
            await heard.UntilAsync("100 credits", cancellationToken);
            before = [.. heard.Messages];
            return EditorBackend.Stream("""{"type":"text","content":"Done."}""");
        };
        await using var server = Server();

        var begun = await server.EditAsync("make a clip of a fox");
        await server.Jobs.WaitAsync(begun.Job.Id, TimeSpan.FromMinutes(1), heard, CancellationToken.None);

        Assert.Contains(before, message => message.Contains("about 100 credits; 100 are available", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_generated_clip_is_told_while_the_rest_is_still_made()
    {
        var heard = new Heard();
        _backend.Draft = null;
        _backend.OnState = () => _backend.Frozen == 0
            ? null
            : EditorBackend.Json("""{"code":0,"data":{"state":{"draft":null,"generated_media":[{"filename":"fox.mp4","file_type":"video","duration":5}]}}}""");
        var clip = new Gate();
        _backend.OnMessage = (_, _) =>
        {
            _backend.Frozen = 100;
            return Task.FromResult(EditorBackend.Stream(clip.Hold(EditorBackend.Text("""{"type":"tool_result","name":"generate","result":{}}"""))));
        };
        await using var server = Server();

        var begun = await server.EditAsync("make a clip of a fox");
        var told = server.Jobs.WaitAsync(begun.Job.Id, TimeSpan.FromMinutes(1), heard, CancellationToken.None);
        await heard.UntilAsync("A clip was generated: fox.mp4 (5 s)", CancellationToken.None);
        clip.Open();

        Assert.Equal(JobState.Done, (await told).State);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_a_generation_brought_along_is_listed_so_that_it_can_go()
    {
        _backend.Draft = null;
        _backend.OnMessage = (_, _) =>
        {
            _backend.Draft = """{"t":[{"tt":0,"sg":[{"s":0,"d":5000,"m":{"name":"fox"}}]},{"tt":1,"m":{"name":"Lo-fi"},"sg":[{"s":0,"d":5000,"m":{"name":"Lo-fi"}}]}]}""";
            return Task.FromResult(EditorBackend.Stream("""{"type":"text","content":"Here is your fox."}"""));
        };
        await using var server = Server();

        var job = await server.EndOfAsync(await server.EditAsync("make a clip of a fox"));

        Assert.Contains("Here is your fox.", job.Reply, StringComparison.Ordinal);
        Assert.Contains("Added along with it:", job.Reply, StringComparison.Ordinal);
        Assert.Contains("Lo-fi", job.Reply, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_export_that_the_editor_asks_to_click_is_offered_and_the_balance_is_told()
    {
        _backend.OnMessage = (_, _) => Task.FromResult(EditorBackend.Stream(
            """{"type":"text","content":"The title is in. Click the Export button in the top right corner to download it. Open the billing page to see your balance."}"""));
        await using var server = Server();

        var job = await server.EndOfAsync(await server.EditAsync("add a title"));

        Assert.Contains(job.Suggestions, words => words.StartsWith("export_video", StringComparison.Ordinal));
        Assert.Contains("100 credits available", job.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("button", job.Reply, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(_backend.Requests, request => request.Contains("/render/", StringComparison.Ordinal));
    }

    private ServerProcess Server() => new(_backend, _folder.Path, TimeProvider.System);

    /// <summary>What a waiting client was told.</summary>
    private sealed class Heard : IProgress<JobProgress>
    {
        private readonly ConcurrentQueue<string> _messages = [];

        public IEnumerable<string> Messages => _messages;

        public void Report(JobProgress value) => _messages.Enqueue(value.Message);

        public async Task UntilAsync(string words, CancellationToken cancellationToken)
        {
            while (!_messages.Any(message => message.Contains(words, StringComparison.Ordinal)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
    }

    /// <summary>A stream that gives its bytes and ends only when it is opened.</summary>
    private sealed class Gate
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _open.TrySetResult();

        public Stream Hold(string text) => new HeldStream(System.Text.Encoding.UTF8.GetBytes(text), _open.Task);

        private sealed class HeldStream(byte[] bytes, Task open) : MemoryStream(bytes)
        {
            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                if (Position == Length)
                {
                    await open.WaitAsync(cancellationToken);
                }

                return await base.ReadAsync(buffer, cancellationToken);
            }
        }
    }
}
