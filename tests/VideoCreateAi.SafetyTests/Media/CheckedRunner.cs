using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.SafetyTests.Media;

/// <summary>Runs the tools as the product does, and looks whether each run kept to what a stranger's file may use and see.</summary>
internal sealed class CheckedRunner(IToolRunner inner, string folder) : IToolRunner
{
    private const long Gibibyte = 1024L * 1024 * 1024;

    private static readonly TimeSpan s_mostCpu = TimeSpan.FromSeconds(10);

    private int _runs;

    public int Runs => _runs;

    public bool IsInstalled(MediaTool tool) => inner.IsInstalled(tool);

    public string? PathOf(MediaTool tool) => inner.PathOf(tool);

    public Task RunAsync(ToolRun run, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _runs);
        Assert.True(run.Limits.Cpu <= s_mostCpu && run.Limits.MemoryBytes <= Gibibyte, $"{run.Tool} may use {run.Limits}");
        Assert.All([run.WorkFolder, .. run.Inputs], path => Assert.StartsWith(folder + "/", path, StringComparison.Ordinal));
        string[] arguments = [.. run.Arguments];
        Assert.Contains("-format_whitelist", arguments);
        Assert.Contains("-codec_whitelist", arguments);
        Assert.Contains("-max_pixels", arguments);
        Assert.Equal("file,pipe", arguments[Array.IndexOf(arguments, "-protocol_whitelist") + 1]);
        Assert.Equal(arguments[Array.IndexOf(arguments, "-f") + 1], arguments[Array.IndexOf(arguments, "-format_whitelist") + 1]);
        return inner.RunAsync(run, cancellationToken);
    }
}
