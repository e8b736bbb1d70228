using System.Text;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Routing;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.CreateVideo;

/// <summary>From free words and files to what a job is to do: opens every file before anything is sent, so that one that cannot be used
/// leaves nothing half done.</summary>
internal sealed class VideoRequests(IntentRouter router, MediaDoor door, BackendClient backend)
{
    private const int MostItems = 10;

    public JobRequest Read(string? text, IReadOnlyList<string> files, IReadOnlyList<VideoItem> items, string? projectId, string? key)
    {
        if (items.Count > 0)
        {
            return ReadItems(text, files, items, projectId, key);
        }

        if (text is null)
        {
            throw new ToolRefusedException("invalid_argument", "The argument 'text' is missing: say what the video should be, or give items.");
        }

        MessageText.Check(text, "text");
        var route = Route(text, files);
        var opened = door.Open([.. files, .. NamedBeside(files, route)], route.Urls);
        var plan = new JobPlan
        {
            Uploads = opened.Uploads.Files.Count + opened.Uploads.Urls.Count,
            Message = route.Intents.Contains(Intent.Generate) || opened.Scripts.Count > 0 ? MessageOf(text, opened) : null,
            Credits = route.Intents.Contains(Intent.Credits),
            State = route.Intents.Contains(Intent.State),
            Export = route.Intents.Contains(Intent.Export) ? ExportOf(route) : null,
        };
        var request = new JobRequest("create_video", projectId, plan, opened.Uploads, key) { FirstMessage = text };
        return plan.Export is null ? request : request.ForPlatforms(PlatformsOf(route));
    }

    /// <summary>One that is named along with an edit is the edit's matter, as its shape is; several can only be the export's.</summary>
    private static string[] PlatformsOf(Route route)
    {
        if (!ExportFormats.HasShape(route.Format ?? "mp4"))
        {
            return [];
        }

        string[] known = [.. route.Presets.Where(ExportFormats.Presets.Contains)];
        return known.Length == 1 && (route.Intents.Contains(Intent.Generate) || route.Aspect is not null) ? [] : known;
    }

    /// <summary>For who wants the file whatever else the words ask for: what is named is edited into a video, and that is exported.
    /// Only words that ask for nothing but the export of a project that is there leave its timeline alone.</summary>
    /// <param name="export">From what the words say of the file to what is exported.</param>
    public JobRequest ReadMaking(
        string text, IReadOnlyList<string> files, IReadOnlyList<string> urls, string? projectId, Func<ExportRequest, ExportRequest> export)
    {
        MessageText.Check(text, "text");
        var route = Route(text, files);
        var isEdit = route.Intents.Contains(Intent.Generate);
        if (!isEdit && files.Count + urls.Count + route.Paths.Count + route.Urls.Count == 0 && projectId is null)
        {
            throw new ToolRefusedException(
                "nothing_to_make", "The words say nothing of what the video should show, and no files were named. Say it, name files, or name the project to go on with.");
        }

        var opened = door.Open([.. files, .. NamedBeside(files, route)], [.. urls, .. route.Urls]);
        var uploads = opened.Uploads.Files.Count + opened.Uploads.Urls.Count;
        var plan = new JobPlan
        {
            Uploads = uploads,
            Message = isEdit || uploads + opened.Scripts.Count > 0 ? MessageOf(text, opened) : null,
            Credits = route.Intents.Contains(Intent.Credits),
            Export = export(ExportOf(route)),
        };
        return new JobRequest("create_video", projectId, plan, opened.Uploads) { FirstMessage = text };
    }

    private JobRequest ReadItems(string? common, IReadOnlyList<string> files, IReadOnlyList<VideoItem> items, string? projectId, string? key)
    {
        if (files.Count > 0)
        {
            throw new ToolRefusedException("invalid_argument", "Give files inside of the items, or without items. For files that all of them use call upload_media first.");
        }

        if (items.Count > MostItems)
        {
            throw new ToolRefusedException("too_many_items", $"{items.Count} videos were asked for; one call takes at most {MostItems}. Call create_video several times.");
        }

        List<BatchItem> read = [];
        List<JobUploads> uploads = [];
        foreach (var item in items)
        {
            var (one, opened) = ReadItem(common is null ? item.Text : $"{item.Text}\n{common}", item.Files ?? [], isFirst: read.Count == 0);
            read.Add(one);
            uploads.Add(opened);
        }

        return read.Find(item => item.State is null) is { } first
            ? new JobRequest("create_video", projectId, first.Plan, JobUploads.None with { Items = uploads }, key) { FirstMessage = items[0].Text, Items = read }
            : throw new ToolRefusedException(read[0].ErrorCode!, $"None of the {read.Count} videos can be begun. Of the first: {read[0].Error}");
    }

    /// <summary>A video that cannot be begun ends here, and the others go on without it.</summary>
    private (BatchItem Item, JobUploads Uploads) ReadItem(string text, string[] files, bool isFirst)
    {
        try
        {
            var (plan, uploads) = ItemPlan(text, files);
            return (new BatchItem { Plan = plan with { StartsOver = !isFirst || plan.Uploads > 0 } }, uploads);
        }
        catch (Exception exception) when (JobFault.Of(exception) is { } fault)
        {
            return (new BatchItem { Plan = new JobPlan(), State = JobState.Failed, ErrorCode = fault.Code, Error = fault.Message }, JobUploads.None);
        }
    }

    /// <summary>Of a batch every video is edited and saved, whatever else its words ask for.</summary>
    private (JobPlan Plan, JobUploads Uploads) ItemPlan(string text, string[] files)
    {
        MessageText.Check(text, "text");
        var route = Route(text, files);
        var opened = door.Open([.. files, .. NamedBeside(files, route)], route.Urls);
        var plan = new JobPlan
        {
            Uploads = opened.Uploads.Files.Count + opened.Uploads.Urls.Count,
            Message = MessageOf(text, opened),
            Export = ExportOf(route),
        };
        return (plan, opened.Uploads);
    }

    /// <summary>What the words name beyond the files that came along: of these they may say the path or the bare name.</summary>
    private static IEnumerable<string> NamedBeside(IReadOnlyList<string> files, Route route) => route.Paths.Where(
        path => !files.Any(file => file == path || Path.GetFileName(file).Equals(path, StringComparison.OrdinalIgnoreCase)));

    private Route Route(string text, IReadOnlyList<string> files)
    {
        var route = router.Read(text, files);
        return route.RefusedFormat is { } refused
            ? throw new ToolRefusedException(
                "unsupported_format", $"The format '{refused}' is not made here. Choose one of {string.Join(", ", ExportFormats.All)}.")
            : route;
    }

    // A script is for whoever edits: it travels with the message, and makes one where the words alone are none.
    private static string MessageOf(string text, OpenedMedia opened)
    {
        var message = new StringBuilder(text);
        foreach (var script in opened.Scripts)
        {
            message.Append("\n\n[script file: ").Append(script.Name).Append("]\n").Append(script.Text);
        }

        if (message.Length > MessageText.Longest)
        {
            opened.Uploads.Dispose();
            throw MessageText.TooLongWithScripts(message.Length);
        }

        return message.ToString();
    }

    private ExportRequest ExportOf(Route route) => new ExportRequest
    {
        Format = route.Format ?? "mp4",
        Resolution = route.Resolution,

        // A shape named along with an edit is the edit's; the studio can also re-frame at the export alone.
        Aspect = route.Intents.Contains(Intent.Generate) || backend.Backend.Kind != BackendKind.Studio ? null : ExportFormats.AspectOrNull(route.Aspect),
        AtSeconds = route.AtSeconds,
    }.Fitting();
}
