namespace VideoCreateAi.EndToEndTests;

public sealed class SharingTests : IAsyncLifetime
{
    private readonly PublishedServer _server = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Clients_that_start_together_share_one_studio()
    {
        var clients = await Task.WhenAll(_server.ConnectAsync(), _server.ConnectAsync(), _server.ConnectAsync());

        var balances = await Task.WhenAll(clients.Select(async client => ToolCalls.Data(await client.CallToolAsync("get_credits"))));

        Assert.All(balances, balance => Assert.Equal(100, balance.GetProperty("available").GetInt32()));
        Assert.Equal([await _server.StudioProcessIdAsync()], await StudiosLeftAsync());
    }

    [Fact]
    public async Task A_studio_that_nobody_needs_ends_and_the_next_call_starts_another()
    {
        var client = await _server.ConnectAsync(new() { ["VIDEOCREATEAI_STUDIO_IDLE_SECONDS"] = "1" });
        await client.CallToolAsync("get_credits");
        var first = await _server.StudioProcessIdAsync();
        await System.Diagnostics.Process.GetProcessById(first).WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

        var balance = ToolCalls.Data(await client.CallToolAsync("get_credits"));

        Assert.Equal(100, balance.GetProperty("available").GetInt32());
    }

    [Fact]
    public async Task A_script_file_is_read_here_and_becomes_captions()
    {
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "testsrc2=s=320x240", "-frames:v", "1", Path.Combine(_server.InputFolder, "a.png"));
        await File.WriteAllTextAsync(Path.Combine(_server.InputFolder, "script.txt"), "Morning light over the bay.\nNothing moves yet.\n");
        var client = await _server.ConnectAsync();

        var made = await client.FinishAsync("create_video", new Dictionary<string, object?>
        {
            ["text"] = "make a 6 second video of this picture with the script as captions",
            ["files"] = new[] { Path.Combine(_server.InputFolder, "a.png"), Path.Combine(_server.InputFolder, "script.txt") },
        });

        Assert.Single(made.GetProperty("uploaded").EnumerateArray());
        Assert.Contains("Captions", made.GetProperty("timeline").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_message_can_ask_for_everything_and_the_file()
    {
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "testsrc2=s=320x240", "-frames:v", "1", Path.Combine(_server.InputFolder, "a.png"));
        var client = await _server.ConnectAsync();

        var made = await client.FinishAsync("create_video", new Dictionary<string, object?>
        {
            ["text"] = $"turn \"{Path.Combine(_server.InputFolder, "a.png")}\" into a 2 second square video, then export it as webm",
        });

        Assert.Equal("webm", made.GetProperty("export").GetProperty("format").GetString());
        Assert.EndsWith(".webm", made.GetProperty("export").GetProperty("path").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_one_door_also_answers_questions_about_credits_and_the_timeline()
    {
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "testsrc2=s=320x240", "-frames:v", "1", Path.Combine(_server.InputFolder, "a.png"));
        var client = await _server.ConnectAsync();
        await client.FinishAsync("create_video", new Dictionary<string, object?>
        {
            ["text"] = "make a 4 second video with the title 'Hello'",
            ["files"] = new[] { Path.Combine(_server.InputFolder, "a.png") },
        });

        var credits = await client.FinishAsync("create_video", new Dictionary<string, object?> { ["text"] = "how many credits do I have left?" });
        var state = await client.FinishAsync("create_video", new Dictionary<string, object?> { ["text"] = "show me the tracks" });

        Assert.Contains("100 credits available", credits.GetProperty("reply").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"Hello\" (0-3s)", state.GetProperty("timeline").GetString(), StringComparison.Ordinal);
    }

    // Those that came second find the lock taken and end by themselves; they get some time for it.
    private async Task<IReadOnlyList<int>> StudiosLeftAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var studios = StudiosOf(_server.DataFolder);
            if (studios.Count <= 1 || limit.IsCancellationRequested)
            {
                return studios;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private static List<int> StudiosOf(string dataFolder)
    {
        List<int> studios = [];
        foreach (var process in System.Diagnostics.Process.GetProcessesByName("dotnet"))
        {
            using (process)
            {
                var commandLine = $"/proc/{process.Id}/cmdline";
                if (File.Exists(commandLine) && File.ReadAllText(commandLine).Split('\0') is var words && words.Contains("--background") && words.Contains(dataFolder))
                {
                    studios.Add(process.Id);
                }
            }
        }

        return studios;
    }
}
