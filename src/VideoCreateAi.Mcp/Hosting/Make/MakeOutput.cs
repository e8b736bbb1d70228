using VideoCreateAi.Mcp.Files;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>Where this run's file is saved.</summary>
internal sealed class MakeOutput(ServerSettings settings, TimeProvider clock)
{
    public string Folder { get; set; } = settings.OutputFolder;

    public OutputFolder Open() => OutputFolder.Open(Folder, clock);
}
