namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>Finds the strongest sandbox that works here by trying it. That bwrap is installed says little:
/// containers and hardened kernels forbid what it needs.</summary>
internal sealed class SandboxFinder(
    SandboxMode mode, ToolLocator locator, Func<ToolSandbox, string, ToolRun, Task<bool>> probe)
{
    private static readonly ToolSandbox s_plain = new(null, null, null, null, OwnProc: false);

    /// <exception cref="ToolFailedException">The full sandbox is required and does not work here.</exception>
    public async Task<ToolSandbox> FindAsync()
    {
        var (program, argument) = Harmless();
        if (program is null)
        {
            return s_plain;
        }

        var folder = Directory.CreateTempSubdirectory("videocreateai-");
        try
        {
            var run = new ToolRun { Tool = MediaTool.Ffmpeg, Arguments = [argument], WorkFolder = folder.FullName };
            foreach (var candidate in Candidates())
            {
                if (await probe(candidate, program, run))
                {
                    return candidate;
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return mode == SandboxMode.Required
            ? throw new ToolFailedException(MediaTool.Ffmpeg, -1, "The sandbox is required by configuration, but bwrap is missing or does not work here.", "")
            : s_plain;
    }

    private IEnumerable<ToolSandbox> Candidates()
    {
        var limiter = locator.FindWrapper("prlimit");
        var priority = locator.FindWrapper("nice");
        if (mode != SandboxMode.Off && locator.FindWrapper("bwrap") is { } bwrap)
        {
            yield return new ToolSandbox(bwrap, limiter, null, priority, OwnProc: true);
            yield return new ToolSandbox(bwrap, limiter, null, priority, OwnProc: false);
        }

        if (mode != SandboxMode.Required)
        {
            yield return new ToolSandbox(null, limiter, locator.FindWrapper("setpriv"), priority, OwnProc: false);
            yield return new ToolSandbox(null, limiter, null, null, OwnProc: false);
        }
    }

    /// <summary>Something to run that only says its version.</summary>
    private (string? Program, string Argument) Harmless()
    {
        if ((locator.Find(MediaTool.Ffmpeg) ?? locator.Find(MediaTool.Ffprobe)) is { } tool)
        {
            return (tool, "-version");
        }

        return (locator.Find(MediaTool.Fluidsynth) ?? locator.FindWrapper("prlimit"), "--version");
    }
}
