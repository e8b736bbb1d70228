using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Opens what a call names: all of it or nothing.</summary>
internal sealed class MediaDoor(FileAccessPolicy policy)
{
    public const int MostItems = 20;

    public OpenedMedia Open(IReadOnlyList<string> paths, IReadOnlyList<string> urls)
    {
        if (paths.Count + urls.Count > MostItems)
        {
            throw new ToolRefusedException(
                "too_many_files", $"{paths.Count + urls.Count} files were named; one call takes at most {MostItems}. Call upload_media several times.");
        }

        foreach (var url in urls)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
            {
                throw new ToolRefusedException(
                    "url_not_allowed", "Only http and https addresses without a name and password are fetched. For a file on this machine give its path.");
            }
        }

        List<LocalFile> media = [];
        List<OpenedScript> scripts = [];
        try
        {
            foreach (var path in paths)
            {
                var file = LocalFile.Open(path, policy);
                if (file.Text is { } text)
                {
                    scripts.Add(new OpenedScript(file.Name, text));
                    file.Dispose();
                }
                else
                {
                    media.Add(file);
                }
            }
        }
        catch
        {
            media.ForEach(file => file.Dispose());
            throw;
        }

        return new OpenedMedia(new JobUploads(media, urls), scripts);
    }
}
