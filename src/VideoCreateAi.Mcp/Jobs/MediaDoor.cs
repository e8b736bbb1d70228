using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
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
            if (WebAddress.FaultOf(url) is { } fault)
            {
                throw new ToolRefusedException("url_not_allowed", fault);
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
