using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Features.Resources;

/// <summary>Completes what stands in the braces of a resource template.</summary>
internal sealed class ResourceCompletion(Suggestions suggestions, ProjectResources resources, ExportedFiles exports)
{
    private const int MostFiles = 200;

    public async ValueTask<CompleteResult> CompleteAsync(RequestContext<CompleteRequestParams> context, string? template, CancellationToken cancellationToken)
    {
        if (template is not (ResourceUri.TimelineJsonTemplate or ResourceUri.TimelineTextTemplate or ResourceUri.ContactSheetTemplate or ResourceUri.ExportTemplate))
        {
            throw ResourceFaults.Invalid("There is no such resource template. resources/templates/list has those that exist.");
        }

        var argument = context.Params!.Argument;
        return (argument.Name, template) switch
        {
            ("project_id", _) => await suggestions.ProjectsAsync(argument.Value, cancellationToken),
            ("name", ResourceUri.ExportTemplate) => await FilesAsync(context.Params, cancellationToken),
            _ => throw ResourceFaults.Invalid("The template has no such argument."),
        };
    }

    private async Task<CompleteResult> FilesAsync(CompleteRequestParams request, CancellationToken cancellationToken)
    {
        if (request.Context?.Arguments is not { } chosen || !chosen.TryGetValue("project_id", out var id)
            || await resources.FindAsync(new ResourceUri(id, ResourceKind.Export), cancellationToken) is not { } project)
        {
            return Suggestions.None;
        }

        var files = (await exports.OfAsync([project.Id], MostFiles, cancellationToken))[project.Id];
        return Suggestions.Among(files.Select(file => file.Name).Distinct(), request.Argument.Value);
    }
}
