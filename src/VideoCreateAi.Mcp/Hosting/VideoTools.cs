using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Features;
using VideoCreateAi.Mcp.Features.CreateVideo;
using VideoCreateAi.Mcp.Features.Credits;
using VideoCreateAi.Mcp.Features.Editing;
using VideoCreateAi.Mcp.Features.Export;
using VideoCreateAi.Mcp.Features.History;
using VideoCreateAi.Mcp.Features.Jobs;
using VideoCreateAi.Mcp.Features.Preview;
using VideoCreateAi.Mcp.Features.Projects;
using VideoCreateAi.Mcp.Features.Timeline;
using VideoCreateAi.Mcp.Features.Uploads;
using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>The tools, in the order in which a client lists them, and where each argument of a call goes.</summary>
internal static class VideoTools
{
    public static McpServerPrimitiveCollection<McpServerTool> For(BackendDescription backend)
    {
        var create = new DeclaredTool("create_video", static (call, cancellationToken) => call.Tool<CreateVideoTool>().CreateVideoAsync(
            call.Context, cancellationToken, call.Text("text"), call.Texts("files"), call.Of("items", ToolJson.Default.VideoItemArray), call.Text("project_id"), call.Text("idempotency_key"), call.Whole("wait_seconds")));
        var edit = new DeclaredTool("edit_video", static (call, cancellationToken) => call.Tool<EditVideoTool>().EditVideoAsync(
            call.Context, cancellationToken, call.Text("message"), call.Raw("operations"), call.Text("project_id"), call.Text("idempotency_key"), call.Whole("wait_seconds")));
        if (!backend.IsFree)
        {
            // Hosts that know this ask the user even where tools were allowed once and for all.
            create.With("anthropic/requiresUserInteraction", true);
            edit.With("anthropic/requiresUserInteraction", true);
        }

        return
        [
            create,
            new DeclaredTool("upload_media", static (call, cancellationToken) => call.Tool<UploadMediaTool>().UploadMediaAsync(
                call.Context, cancellationToken, call.Texts("files"), call.Texts("urls"), call.Text("project_id"), call.Text("idempotency_key"), call.Whole("wait_seconds"))),
            edit,
            new DeclaredTool("get_timeline", static (call, cancellationToken) => call.Tool<GetTimelineTool>().GetTimelineAsync(
                cancellationToken, call.Flag("segments") ?? false, call.Flag("media") ?? false, call.Text("project_id"))),
            new DeclaredTool("preview_video", static (call, cancellationToken) => call.Tool<PreviewVideoTool>().PreviewVideoAsync(
                cancellationToken, call.Number("at_seconds"), call.Whole("tiles"), call.Whole("side"), call.Text("kind"), call.Text("project_id"))),
            new DeclaredTool("get_credits", static (call, cancellationToken) => call.Tool<GetCreditsTool>().GetCreditsAsync(cancellationToken)),
            new DeclaredTool("export_video", static (call, cancellationToken) => call.Tool<ExportVideoTool>().ExportVideoAsync(
                call.Context, cancellationToken, call.Text("format"), call.Text("resolution"), call.Text("aspect"), call.Texts("presets"), call.Text("quality"),
                call.Whole("fps"), call.Number("at_seconds"), call.Text("name"), call.Text("project_id"), call.Text("idempotency_key"), call.Whole("wait_seconds"))),
            new DeclaredTool("check_job", static (call, cancellationToken) => call.Tool<CheckJobTool>().CheckJobAsync(
                call.Progress, cancellationToken, call.Text("job_id"), call.Whole("wait_seconds"))),
            new DeclaredTool("cancel_job", static (call, cancellationToken) => call.Tool<CancelJobTool>().CancelJobAsync(call.Text("job_id")!, cancellationToken)),
            new DeclaredTool("list_projects", static (call, cancellationToken) => call.Tool<ListProjectsTool>().ListProjectsAsync(cancellationToken, call.Whole("limit"))),
            new DeclaredTool("open_project", static (call, cancellationToken) => call.Tool<OpenProjectTool>().OpenProjectAsync(
                call.Context, cancellationToken, call.Text("project_id"), call.Flag("new") ?? false, call.Text("name"), call.Text("rename"), call.Flag("delete") ?? false, call.Text("delete_code"))),
            new DeclaredTool("get_history", static (call, cancellationToken) => call.Tool<GetHistoryTool>().GetHistoryAsync(
                cancellationToken, call.Whole("limit"), call.Text("project_id"))),
            new DeclaredTool("restore_version", static (call, cancellationToken) => call.Tool<RestoreVersionTool>().RestoreVersionAsync(
                call.Whole("step")!.Value, call.Progress, cancellationToken, call.Text("project_id"))),
        ];
    }

    public static IServiceCollection AddVideoToolClasses(this IServiceCollection services) => services
        .AddTransient<CreateVideoTool>()
        .AddTransient<UploadMediaTool>()
        .AddTransient<EditVideoTool>()
        .AddTransient<GetTimelineTool>()
        .AddSingleton<ClipFiles>()
        .AddTransient<PreviewVideoTool>()
        .AddTransient<GetCreditsTool>()
        .AddTransient<ExportVideoTool>()
        .AddTransient<CheckJobTool>()
        .AddTransient<CancelJobTool>()
        .AddTransient<ListProjectsTool>()
        .AddTransient<OpenProjectTool>()
        .AddTransient<GetHistoryTool>()
        .AddTransient<RestoreVersionTool>();
}
