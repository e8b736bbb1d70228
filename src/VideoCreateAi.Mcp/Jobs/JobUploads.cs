using VideoCreateAi.Mcp.Files;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>What a job uploads first: opened files, whose handles are the job's from here on, and addresses.</summary>
internal sealed record JobUploads(IReadOnlyList<LocalFile> Files, IReadOnlyList<string> Urls) : IDisposable
{
    public static readonly JobUploads None = new([], []);

    public void Dispose()
    {
        foreach (var file in Files)
        {
            file.Dispose();
        }
    }
}
