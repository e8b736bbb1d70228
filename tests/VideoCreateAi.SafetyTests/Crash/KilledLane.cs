using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>The long life of one data directory: a flow is begun again and again and killed each time one operation later.
/// The next process finds what the one before it left, is asked for it, and goes on.</summary>
internal sealed partial class KilledLane(PaidStage stage, Flow flow) : IAsyncDisposable
{
    /// <summary>A backend's answer to a lost edit is waited for by the minute: so much faster than we live the programs then.</summary>
    private const long FastForward = 20;

    private readonly List<Attempt> _attempts = [];
    private PublishedProgram? _program;
    private string _project = "";

    public int Kills => _attempts.Count(attempt => attempt.KilledAfter.Count > 0);

    /// <summary>How many operations the flow has.</summary>
    public uint Steps { get; private set; }

    /// <summary>From each start after a kill to the first answer that needed the ledger.</summary>
    public List<TimeSpan> Ready { get; } = [];

    public async Task RunAsync(int kills)
    {
        await StartAsync();
        _project = (await _program!.CallAsync("create_video", new JsonObject { ["text"] = "make a 4-second vertical promo at dawn" })).ProjectId!;
        await MeasureAsync();
        for (var kill = 0; kill < kills; kill++)
        {
            await KillAsync(1 + (uint)(kill * (long)Steps / kills) + ((uint)kill / Steps));
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

    private async Task StartAsync()
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
        var before = stage.Page.Count;
        var attempt = await AttemptAsync();
        Assert.Equal("done", attempt.Answer?.Status);
        Steps = stage.Page.Count - before;
    }

    private async Task KillAsync(uint step)
    {
        stage.Page.KillAt(step);
        var attempt = await AttemptAsync();
        stage.Page.Disarm();
        if (stage.Page.Happened == 0)
        {
            return;
        }

        await _program!.Gone;
        attempt.KilledAfter = stage.Page.Last(6);
        await StartAsync();

        // Whoever lost an answer calls again, with the same words and under the same key.
        var again = await _program.CallAsync(flow.Tool, Hurried(attempt.Arguments));
        Assert.True(again.JobId is not null, $"{attempt}\n{again.Text}");
        Assert.True(attempt.JobId is null || attempt.Answer?.Status == "done" || attempt.JobId == again.JobId, attempt.ToString());
        attempt.JobId ??= again.JobId;
    }

    private async Task<Attempt> AttemptAsync()
    {
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
        Assert.Equal(renders.Count, renders.Distinct().Count());
        Assert.Empty(stage.Cloud.Renders.Select(render => render.Id).Except(renders));
        Assert.Equal(
            _attempts.Select(attempt => attempt.End!.Path).OfType<string>().Distinct().Select(path => Path.GetRelativePath(stage.Folder, path)).Order(StringComparer.Ordinal),
            stage.Files().Where(path => path.StartsWith("out/", StringComparison.Ordinal)));
        Assert.All(stage.Files().Where(path => !path.StartsWith("out/", StringComparison.Ordinal)), path => Assert.Matches(KeptPattern(), path));
        Assert.Empty(UsedBy.Processes(stage.DataFolder));
    }

    private void JudgeEnd(Attempt attempt)
    {
        var words = Flow.Words(attempt.Number);
        var messages = stage.Cloud.Projects.Sum(project => project.Messages.Count(message => message.Contains(words, StringComparison.Ordinal)));
        var uploads = stage.Cloud.Projects.Sum(project => project.Uploads.Count(file => file.Name == Flow.Name(attempt.Number)));
        var end = attempt.End!;

        Assert.True(messages <= 1 && uploads <= 1, $"{messages} messages and {uploads} uploads of {attempt}");
        Assert.True(attempt.Answer?.Status != "done" || (end.Status == "done" && end.Path == attempt.Answer.Path), attempt.ToString());
        switch (end.Status)
        {
            case "done":
                Assert.True(!attempt.Arguments.ContainsKey("text") || messages == 1, attempt.ToString());
                Assert.True(!attempt.Arguments.ContainsKey("files") || uploads == 1, attempt.ToString());
                Assert.True(end.Path is null || File.ReadAllBytes(end.Path).AsSpan().SequenceEqual(PaidStage.Film.Result.Bytes), attempt.ToString());
                break;

            case "failed":
                Assert.True(end.Word("error_code") == "upload_interrupted" && messages == 0, attempt.ToString());
                break;

            case "unknown":
                Assert.True(messages == 0 || attempt.Arguments.ContainsKey("text"), attempt.ToString());
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

    private static JsonObject Hurried(JsonObject arguments)
    {
        var hurried = arguments.DeepClone().AsObject();
        hurried["wait_seconds"] = 0;
        return hurried;
    }
}
