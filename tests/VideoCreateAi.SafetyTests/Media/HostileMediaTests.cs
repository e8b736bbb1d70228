using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.TestKit;
using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Media;

/// <summary>Files that were made to do harm: each is taken or refused in words, within ten seconds of processor time, and nothing
/// but the file itself is opened.</summary>
[Collection(ChildTime.Alone)]
public sealed class HostileMediaTests(ITestOutputHelper output) : IDisposable
{
    private const int SpoiledOfEach = 20;

    private static readonly TimeSpan s_mostCpu = TimeSpan.FromSeconds(10);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 3_600_000)]
    public async Task A_spoiled_file_of_each_format_is_taken_or_refused_in_words()
    {
        var good = await SoundFiles.MakeAsync(Directory.CreateDirectory(_folder.File("good")).FullName);
        var files = good.SelectMany(file => Enumerable.Range(0, SpoiledOfEach * ProofSize.Times).Select(seed => HostileFile.Any($"{file.Name} {seed}", SpoiledBytes.Of(file.Bytes, seed)))).ToList();

        // Without the sandbox's own processes around them their time can be counted.
        await HoldAsync(files, SandboxMode.Off, least: 260);
    }

    [Theory(Timeout = 3_600_000)]
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

    private async Task HoldAsync(IReadOnlyList<HostileFile> files, SandboxMode sandbox, int least)
    {
        var inspecting = Directory.CreateDirectory(_folder.File("inspecting")).FullName;
        var real = new SandboxedToolRunner(new ToolOptions { Sandbox = sandbox }, NullLogger<SandboxedToolRunner>.Instance);
        await real.FindSandboxAsync();
        var tools = new CheckedRunner(real, inspecting);
        var inspector = new MediaInspector(tools);
        List<string> wrong = [];
        var (taken, refused, longest, worst) = (0, 0, TimeSpan.Zero, "");
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

            Directory.Delete(work, recursive: true);
        }

        output.WriteLine($"{files.Count} files: {taken} taken, {refused} refused; {tools.Runs} runs of tools, sandbox {await real.FindSandboxAsync()}; most processor time {longest.TotalSeconds:0.00} s ({worst}).");
        Assert.Empty(wrong);
        Assert.True(files.Count >= least, $"only {files.Count} files");
    }
}
