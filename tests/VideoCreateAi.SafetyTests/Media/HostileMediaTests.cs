using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.TestKit;
using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Media;

/// <summary>Files that were made to do harm: each is taken or refused in words, within ten seconds of processor time, and nothing
/// but the file itself, libraries and what they need is opened. <c>VIDEOCREATEAI_SAFETY=77 dotnet test tests/VideoCreateAi.SafetyTests
/// -c Release --filter HostileMedia</c> spoils 20,000 files.</summary>
[Collection(ChildTime.Alone)]
public sealed class HostileMediaTests(ITestOutputHelper output) : IDisposable
{
    private const int SpoiledOfEach = 20;

    private static readonly TimeSpan s_mostCpu = TimeSpan.FromSeconds(10);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Without the sandbox's own processes around them their time can be counted.
    [Theory(Timeout = 12 * 3_600_000)]
    [InlineData("Off", SpoiledOfEach)]
    [InlineData("Auto", SpoiledOfEach / 5)]
    public async Task A_spoiled_file_of_each_format_is_taken_or_refused_in_words(string sandbox, int ofEach)
    {
        var good = await SoundFiles.MakeAsync(Directory.CreateDirectory(_folder.File("good")).FullName);
        var files = good.SelectMany(file => Enumerable.Range(0, ofEach * ProofSize.Times).Select(seed => HostileFile.Any($"{file.Name} {seed}", SpoiledBytes.Of(file.Bytes, seed)))).ToList();

        await HoldAsync(files, Enum.Parse<SandboxMode>(sandbox), least: 13 * ofEach);
    }

    [Theory(Timeout = 600_000)]
    [InlineData("Auto")]
    [InlineData("Off")]
    public async Task A_bomb_or_a_list_under_the_name_of_media_is_refused_in_words(string sandbox)
    {
        var canary = Directory.CreateDirectory(_folder.File("canary")).FullName;
        await File.WriteAllTextAsync(Path.Combine(canary, "secret.txt"), "CANARY");
        using var opened = new OpenedFiles(canary);

        var files = await Bombs.MakeAsync(Directory.CreateDirectory(_folder.File("good")).FullName, Path.Combine(canary, "secret.txt"));

        // Attaching it to a film was the last that opened it.
        opened.Any();

        await HoldAsync(files, Enum.Parse<SandboxMode>(sandbox), least: 80);

        Assert.False(opened.Any(), "a file that was only named inside of another was opened");
        Assert.Equal("CANARY", await File.ReadAllTextAsync(Path.Combine(canary, "secret.txt")));
        Assert.True(opened.Any() || !OperatingSystem.IsLinux(), "an opening is not noticed");
    }

    [Theory(Timeout = 600_000)]
    [InlineData("Auto")]
    [InlineData("Off")]
    public async Task Another_file_that_a_tool_asks_for_would_be_known(string sandbox)
    {
        var work = Directory.CreateDirectory(_folder.File("work")).FullName;
        var list = Path.Combine(work, "list.txt");
        await File.WriteAllTextAsync(list, "ffconcat version 1.0\nfile '/etc/passwd'\n");
        var traced = new TracedTools(_folder.File("traced"), Enum.Parse<SandboxMode>(sandbox));
        await traced.Runner.FindSandboxAsync();
        traced.Take();
        var run = new ToolRun { Tool = MediaTool.Ffprobe, Arguments = ["-v", "error", "-f", "concat", "-safe", "0", "-i", list], WorkFolder = work, Limits = ToolLimits.Probe };

        await Assert.ThrowsAsync<ToolFailedException>(() => traced.Runner.RunAsync(run, CancellationToken.None));

        var log = Assert.Single(traced.Take());
        Assert.Contains(list, log.Opened);
        Assert.Equal(["/etc/passwd"], log.Opened.Where(opened => !AllowedFiles.Has(opened, work)).Distinct());
    }

    private async Task HoldAsync(IReadOnlyList<HostileFile> files, SandboxMode sandbox, int least)
    {
        var inspecting = Directory.CreateDirectory(_folder.File("inspecting")).FullName;
        var traced = new TracedTools(_folder.File("traced"), sandbox);
        await traced.Runner.FindSandboxAsync();
        traced.Take();
        var tools = new CheckedRunner(traced.Runner, inspecting);
        var inspector = new MediaInspector(tools);
        List<string> wrong = [];
        var (taken, refused, tracedRuns, longest, worst) = (0, 0, 0, TimeSpan.Zero, "");
        foreach (var (name, bytes, mustBeRefused) in files)
        {
            var path = Path.Combine(inspecting, "source");
            var work = Directory.CreateDirectory(Path.Combine(inspecting, "work")).FullName;
            await File.WriteAllBytesAsync(path, bytes);
            var before = ChildTime.Now();
            try
            {
                await inspector.InspectAsync(path, work, CancellationToken.None);
                taken++;
                if (mustBeRefused)
                {
                    wrong.Add($"{name} was taken");
                }
            }
            catch (MediaRefusedException refusal)
            {
                refused++;
                if (refusal.Message.Length < 20 || refusal.Message.Contains(inspecting, StringComparison.Ordinal))
                {
                    wrong.Add($"{name}: {refusal.Message}");
                }
            }
            catch (Exception fault)
            {
                wrong.Add($"{name}: {fault.GetType().Name} {fault.Message}");
            }

            var took = ChildTime.Now() - before;
            (longest, worst) = took > longest ? (took, name) : (longest, worst);
            if (took > s_mostCpu)
            {
                wrong.Add($"{name} took {took.TotalSeconds:0.0} s of processor time");
            }

            var logs = traced.Take();
            tracedRuns += logs.Count(log => log.HasRun && log.Opened.Contains(path));
            wrong.AddRange(logs.SelectMany(log => log.Opened.Where(opened => !AllowedFiles.Has(opened, inspecting)).Select(opened => $"{name}: {opened} was opened")));
            wrong.AddRange(logs.SelectMany(log => log.Written.Where(written => !AllowedFiles.MayWrite(written, inspecting)).Select(written => $"{name}: {written} was written")));
            wrong.AddRange(logs.SelectMany(log => log.Other.Select(other => $"{name}: {other}")));
            Directory.Delete(work, recursive: true);
        }

        output.WriteLine($"{files.Count} files: {taken} taken, {refused} refused; {tools.Runs} runs of tools, sandbox {await traced.Runner.FindSandboxAsync()}; most processor time {longest.TotalSeconds:0.00} s ({worst}).");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(30)));
        Assert.Equal(tools.Runs, tracedRuns);
        Assert.True(files.Count >= least, $"only {files.Count} files");
    }
}
