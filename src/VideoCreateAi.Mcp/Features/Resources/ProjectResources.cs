using System.Globalization;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Features.Resources;

/// <summary>Lists what can be read of the projects that list_projects shows. The ledger alone is asked: no backend, no studio.</summary>
internal sealed class ProjectResources(ProjectBook book, ProjectHome home, ExportedFiles exports, OperationsForm form)
{
    private const int ProjectsPerPage = 25;

    /// <summary>Older ones can be read too, and check_job or the folder tell their names.</summary>
    private const int ExportsPerProject = 10;

    private const string Json = "application/json";
    private const string Text = "text/plain";
    private const string Jpeg = "image/jpeg";

    // A new project or export is told of; what another process did shows after this.
    private static readonly TimeSpan s_listIsFresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_templatesAreFresh = TimeSpan.FromHours(1);

    private static readonly ResourceTemplate[] s_templates =
    [
        Template(ResourceUri.TimelineTextTemplate, "timeline-text", "Timeline as text", Text, "What is on a project's timeline, in words: tracks, pieces and their times."),
        Template(ResourceUri.TimelineJsonTemplate, "timeline-json", "Timeline as JSON", Json, "The same as data, in the fields of get_timeline with segments and media."),
        Template(ResourceUri.ContactSheetTemplate, "contact-sheet", "Contact sheet", Jpeg, "The shots of the timeline as one small picture, drawn without a render."),
        Template(ResourceUri.ExportTemplate, "export", "Exported file", null, $"A saved video by its file name. Read up to {ResourceReader.MostMegabytes} MiB; larger ones only by their path."),
    ];

    public async ValueTask<ListResourcesResult> ListAsync(RequestContext<ListResourcesRequestParams> context, CancellationToken cancellationToken)
    {
        var page = await book.PageAsync(home.BackendKey, MarkIn(context.Params?.Cursor), ProjectsPerPage + 1, cancellationToken);
        var shown = page.Take(ProjectsPerPage).ToList();
        var files = await exports.OfAsync([.. shown.Select(row => row.Project.Id)], ExportsPerProject, cancellationToken);
        var result = new ListResourcesResult
        {
            NextCursor = page.Count > shown.Count ? shown[^1].Mark.ToString(CultureInfo.InvariantCulture) : null,
        };
        foreach (var resource in shown.SelectMany(row => Of(row.Project, files[row.Project.Id])))
        {
            result.Resources.Add(resource);
        }

        if (result.NextCursor is null && ClientViews.AreShownBy(context.Server))
        {
            result.Resources.Add(TimelineView.Resource);
        }

        if (result.NextCursor is null && form.IsOffered)
        {
            result.Resources.Add(OperationsForm.Resource);
        }

        return result.Fresh(context, s_listIsFresh);
    }

    public static ValueTask<ListResourceTemplatesResult> ListTemplatesAsync(RequestContext<ListResourceTemplatesRequestParams> context, CancellationToken cancellationToken)
    {
        if (context.Params?.Cursor is not null)
        {
            throw ResourceFaults.Invalid("The templates have one page, and no cursor.");
        }

        return new(new ListResourceTemplatesResult { ResourceTemplates = [.. s_templates] }.Fresh(context, s_templatesAreFresh));
    }

    /// <summary>The project of an address, where it belongs to this server's backend and account. The conversation's own stays the same.</summary>
    public async Task<Project?> FindAsync(ResourceUri uri, CancellationToken cancellationToken) =>
        await book.FindAsync(uri.ProjectId, cancellationToken) is { } project && project.Backend == home.BackendKey ? project : null;

    /// <summary>Whether there is such a resource, as far as it can be told without looking at a timeline.</summary>
    public async Task<bool> IsThereAsync(ResourceUri uri, CancellationToken cancellationToken) =>
        await FindAsync(uri, cancellationToken) is not null
        && (uri.Kind != ResourceKind.Export || await exports.FindAsync(uri.ProjectId, uri.FileName!, cancellationToken) is not null);

    private static IEnumerable<Resource> Of(Project project, IEnumerable<ExportedFile> files)
    {
        var name = UntrustedText.Name(project.Name);
        return
        [
            Of(project, ResourceKind.TimelineText, $"Timeline: {name}", Text, "Tracks, pieces and their times, in words."),
            Of(project, ResourceKind.TimelineJson, $"Timeline (JSON): {name}", Json, "The same as data."),
            Of(project, ResourceKind.ContactSheet, $"Contact sheet: {name}", Jpeg, "The shots as one small picture."),
            .. files.DistinctBy(file => file.Name).Select(file => new Resource
            {
                Uri = new ResourceUri(project.Id, ResourceKind.Export, file.Name).ToString(),
                Name = file.Name,
                Title = $"Video: {file.Name}",
                Description = string.Create(CultureInfo.InvariantCulture, $"Exported, {file.DurationSeconds:0.##} s, {file.Width}x{file.Height}. project_id: {project.Id}."),
                MimeType = file.MimeType,
                Size = file.Bytes,
                Meta = ExportLinks.MetaOf(file),
            }),
        ];
    }

    private static Resource Of(Project project, ResourceKind kind, string title, string type, string description) => new()
    {
        Uri = new ResourceUri(project.Id, kind).ToString(),

        // Clients of earlier revisions know no title and show this.
        Name = title,
        Title = title,
        Description = $"{description} project_id: {project.Id}.",
        MimeType = type,
    };

    private static ResourceTemplate Template(string uri, string name, string title, string? type, string description) =>
        new() { UriTemplate = uri, Name = name, Title = title, MimeType = type, Description = description };

    private static long? MarkIn(string? cursor) => cursor is null
        ? null
        : long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var mark)
            ? mark
            : throw ResourceFaults.Invalid("That cursor is none of this server's. Leave it out to list from the beginning.");
}
