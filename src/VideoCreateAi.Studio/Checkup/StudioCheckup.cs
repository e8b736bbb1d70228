using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Text;

namespace VideoCreateAi.Studio.Checkup;

/// <summary>Looks whether this machine has what the studio renders with, by the very search and the very sandbox that renders use.</summary>
public static class StudioCheckup
{
    public static IReadOnlyList<CheckupPart> Everything { get; } = Enum.GetValues<CheckupPart>();

    public static async Task<IReadOnlyList<Finding>> RunAsync(StudioOptions options, IReadOnlyList<CheckupPart> parts, CancellationToken cancellationToken)
    {
        var tools = StudioHost.ToolsOf(options);
        var runner = new SandboxedToolRunner(tools, NullLogger<SandboxedToolRunner>.Instance);
        var scratch = Directory.CreateTempSubdirectory("videocreateai-");
        List<Finding> findings = [];
        try
        {
            if (parts.Contains(CheckupPart.Programs))
            {
                findings.AddRange(await new ProgramCheck(runner, tools, scratch.FullName).RunAsync(cancellationToken));
            }

            if (parts.Contains(CheckupPart.Letters))
            {
                findings.AddRange(await new LetterCheck(TextRasterizers.Choose(runner), new RenderOptions()).RunAsync(cancellationToken));
            }

            if (parts.Contains(CheckupPart.Sound))
            {
                findings.AddRange(SoundCheck.Run(runner));
            }

            if (parts.Contains(CheckupPart.Sandbox))
            {
                findings.Add(SandboxCheck.Of(await runner.FindSandboxAsync(), new ToolLocator(tools)));
            }

            return findings;
        }
        finally
        {
            (TextRasterizers.Choose(runner) as IDisposable)?.Dispose();
            scratch.Delete(recursive: true);
        }
    }
}
