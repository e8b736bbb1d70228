using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.UnitTests.Studio.Audio;

/// <summary>A machine on which one of the tools is not installed.</summary>
internal sealed class ToolRunnerWithout(IToolRunner tools, MediaTool missing) : IToolRunner
{
    public Task RunAsync(ToolRun run, CancellationToken cancellationToken) =>
        run.Tool == missing ? throw ToolLocator.Missing(missing) : tools.RunAsync(run, cancellationToken);

    public bool IsInstalled(MediaTool tool) => tool != missing && tools.IsInstalled(tool);

    public string? PathOf(MediaTool tool) => tool == missing ? null : tools.PathOf(tool);
}
