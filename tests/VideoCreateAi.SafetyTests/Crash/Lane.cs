using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using VideoCreateAi.TestKit.Cloud;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>The long life of one data directory, in which a flow is begun again and again and each time disturbed at another
/// of its operations on files. What became of every call is judged at the end, by the backend, the ledger and the disk.</summary>
internal abstract partial class Lane(PaidStage stage, Flow flow) : IAsyncDisposable
{
    /// <summary>A backend's answer to a lost edit is waited for by the minute: so much faster than we live the programs then.</summary>
    private const long FastForward = 20;

    private readonly List<Attempt> _attempts = [];
    private PublishedProgram? _program;
    private string _project = "";

    /// <summary>How often a call was disturbed.</summary>
    public int Disturbed => _attempts.Count(attempt => attempt.DisturbedAt.Count > 0);

    /// <summary>How the calls ended, each kind with its number.</summary>
    public string Ends => string.Join(", ", _attempts.GroupBy(attempt => attempt.End?.Word("error_code") ?? attempt.End?.Status ?? attempt.Answer?.Code ?? "nothing")
        .OrderByDescending(kind => kind.Count()).Select(kind => $"{kind.Count()} {kind.Key}"));

    /// <summary>How many operations the flow has.</summary>
    public uint Steps { get; private set; }

    /// <summary>From each start after a kill to the first answer that needed the ledger.</summary>
    public List<TimeSpan> Ready { get; } = [];

    /// <param name="times">How often it is disturbed in each round, evenly over the steps; null = at each.</param>
    public async Task RunAsync(int? times, int rounds = 1)
    {
        await StartAsync();
        await BeginProjectAsync();
        await MeasureAsync();
        var all = (times ?? (long)Steps) * rounds;
        for (var time = 0; time < all; time++)
        {
            await DisturbAsync(1 + (uint)(time * rounds * Steps / all % Steps), round: (int)(time * rounds / all));
        }

        await SettleAsync();
        Judge();
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }
    }

    protected PublishedProgram Program => _program!;

    protected PaidStage Stage => stage;

    protected string Tool => flow.Tool;

    protected async Task StartAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        _program = await stage.StartAsync();
        Ready.Add(_program.ReadyAfter);
    }

    private async Task MeasureAsync()
    {
        // The first of a kind also makes what is made once.
        await AttemptAsync();
        var before = 0u;
        var attempt = await AttemptAsync(() => before = stage.Page.Count);
        Assert.Equal("done", attempt.Answer?.Status);
        Steps = stage.Page.Count - before;
    }

    /// <summary>Whether a file of the folder of exports may be there that no answer names.</summary>
    protected virtual bool MayStay(string path) => false;

    /// <summary>Whether a call may have failed so, with so many messages at the backend.</summary>
    protected abstract bool IsRightFailure(ToolReply end, int messages);

    /// <param name="step">Of the flow, the first is 1.</param>
    protected abstract Task DisturbAsync(uint step, int round);

    /// <param name="arm">Called when all is there that the call is about.</param>
    protected async Task<Attempt> AttemptAsync(Action? arm = null)
    {
        if (flow.IsAlone)
        {
            await BeginProjectAsync();
        }

        arm?.Invoke();
        var number = _attempts.Count + 1;
        var arguments = flow.Arguments(stage, number, _project);
        arguments["wait_seconds"] = 600;
        if (number % 2 == 0)
        {
            arguments["idempotency_key"] = $"key-{number}";
        }

        var attempt = new Attempt(number, flow.Tool, arguments);
        _attempts.Add(attempt);
        try
        {
            attempt.Answer = await _program!.CallAsync(flow.Tool, arguments);
            attempt.JobId = attempt.Answer.JobId;
        }
        catch (ProgramGoneException)
        {
        }

        return attempt;
    }

    private async Task BeginProjectAsync() => _project = (await _program!.CallAsync(
        "create_video", new JsonObject { ["project_id"] = "new", ["text"] = "make a 4-second vertical promo at dawn", ["wait_seconds"] = 600 })).ProjectId!;

    private async Task SettleAsync()
    {
        await StartAsync();
        stage.Page.SetSpeed(FastForward);
        await Task.WhenAll(_attempts.Where(attempt => attempt.JobId is not null).Chunk(_attempts.Count / 6 + 1).Select(async some =>
        {
            foreach (var attempt in some)
            {
                do
                {
                    attempt.End = (await _program!.CallAsync("check_job", new JsonObject { ["job_id"] = attempt.JobId, ["wait_seconds"] = 600 })).Job();
                }
                while (attempt.End.Status == "running");
            }
        }));
        stage.Page.SetSpeed(1);
        foreach (var attempt in _attempts.Where(attempt => attempt.End?.Status == "failed" && attempt.End.Text.Contains("call export_video", StringComparison.Ordinal)))
        {
            attempt.Mended = await _program!.CallAsync("export_video", new JsonObject
            {
                ["project_id"] = attempt.End!.ProjectId, ["name"] = attempt.Arguments["name"]?.DeepClone(), ["wait_seconds"] = 600,
            });
        }

        await _program!.EndAsync();
    }

    private void Judge()
    {
        foreach (var attempt in _attempts)
        {
            JudgeEnd(attempt);
        }

        // Nothing is at the backend that the ledger does not know, and nothing on the disk that nobody was told of.
        var renders = Renders();
        Assert.InRange(stage.Cloud.Renders.Count, 0, _attempts.Count);
        Assert.Empty(stage.Cloud.Renders.Select(render => render.Id).Except(renders));
        Assert.Equal(
            _attempts.SelectMany(attempt => new[] { attempt.End!.Path, attempt.Mended?.Path }).OfType<string>().Distinct().Select(path => Path.GetRelativePath(stage.Folder, path)).Order(StringComparer.Ordinal),
            stage.Files().Where(path => path.StartsWith("out/", StringComparison.Ordinal) && !MayStay(path)));
        Assert.All(stage.Files().Where(path => !path.StartsWith("out/", StringComparison.Ordinal)), path => Assert.Matches(KeptPattern(), path));
        Assert.All(File.ReadAllLines(Path.Combine(stage.DataFolder, "audit.jsonl")), line => JsonDocument.Parse(line).Dispose());
        Assert.Empty(UsedBy.Processes(stage.DataFolder));
    }

    private void JudgeEnd(Attempt attempt)
    {
        var words = Flow.Words(attempt.Number);
        var messages = stage.Cloud.Projects.Sum(project => project.Messages.Count(message => message.Contains(words, StringComparison.Ordinal)));
        var uploads = stage.Cloud.Projects.Sum(project => project.Uploads.Count(file => file.Name == Flow.Name(attempt.Number)));
        Assert.True(attempt.End is not null, attempt.ToString());
        var end = attempt.End;

        Assert.True(messages <= 1 && uploads <= 1, $"{messages} messages and {uploads} uploads of {attempt}");
        Assert.True(attempt.Answer?.Status != "done" || (end.Status == "done" && end.Path == attempt.Answer.Path), attempt.ToString());
        switch (end.Status)
        {
            case "done":
                Assert.True(!Flow.Sends(attempt.Arguments) || messages == 1, attempt.ToString());
                Assert.True(!attempt.Arguments.ContainsKey("files") || uploads == 1, attempt.ToString());
                Assert.True(end.Path is null || File.ReadAllBytes(end.Path).AsSpan().SequenceEqual(CloudFilm.Made.Result.Bytes), attempt.ToString());
                break;

            case "failed":
                Assert.True(attempt.Mended is null or { Status: "done" }, $"{attempt.Mended?.Text} {attempt}");
                Assert.True(IsRightFailure(end, messages), $"{messages} messages of {attempt}");
                break;

            case "unknown":
                Assert.True(messages == 0 || Flow.Sends(attempt.Arguments), attempt.ToString());
                break;

            default:
                Assert.Fail(attempt.ToString());
                break;
        }
    }

    private List<string> Renders()
    {
        using var ledger = new SqliteConnection($"Data Source={Path.Combine(stage.DataFolder, "ledger.db")};Mode=ReadOnly;Pooling=False");
        ledger.Open();
        using var command = ledger.CreateCommand();
        command.CommandText = "SELECT json_extract(job, '$.render_id') FROM jobs WHERE json_extract(job, '$.render_id') IS NOT NULL";
        using var rows = command.ExecuteReader();
        List<string> found = [];
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    [GeneratedRegex(@"^data/(audit\.jsonl|ledger\.db(-wal|-shm)?|desk/client_id|desk/tokens/studio\.lock)$")]
    private static partial Regex KeptPattern();

    /// <summary>The same without waiting for the end.</summary>
    protected static JsonObject Hurried(JsonObject arguments)
    {
        var hurried = arguments.DeepClone().AsObject();
        hurried["wait_seconds"] = 0;
        return hurried;
    }
}
