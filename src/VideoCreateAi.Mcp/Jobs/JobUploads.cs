using VideoCreateAi.Mcp.Files;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>What a job uploads first: opened files, whose handles are the job's from here on, and addresses.</summary>
internal sealed record JobUploads(IReadOnlyList<LocalFile> Files, IReadOnlyList<string> Urls) : IDisposable
{
    public static readonly JobUploads None = new([], []);

    /// <summary>Those of a batch, video by video.</summary>
    public IReadOnlyList<JobUploads> Items { get; init; } = [];

    public void Dispose()
    {
        foreach (var item in Items)
        {
            item.Dispose();
        }

        foreach (var file in Files)
        {
            file.Dispose();
        }
    }
}
