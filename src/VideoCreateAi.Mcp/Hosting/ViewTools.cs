using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Features;
using VideoCreateAi.Mcp.Features.App;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>The tools of the timeline view, and what clients that show it are told of it. All others see nothing of either.</summary>
internal static class ViewTools
{
    public static IReadOnlyList<McpServerTool> All { get; } =
    [
        new DeclaredTool("view_timeline", static (call, cancellationToken) => call.Tool<ViewTimelineTool>().ReadAsync(call.Text("project_id")!, cancellationToken)),
        new DeclaredTool("view_pictures", static (call, cancellationToken) => call.Tool<ViewPicturesTool>().DrawAsync(
            call.Text("project_id")!, call.Of("times", ToolJson.Default.DoubleArray)!, call.Flag("large") ?? false, cancellationToken)),
        new DeclaredTool("view_clip", static (call, cancellationToken) => call.Tool<ViewClipTool>().MakeAsync(call.Text("project_id")!, call.Text("seen")!, cancellationToken)),
        new DeclaredTool("view_edit", static (call, cancellationToken) => call.Tool<ViewEditTool>().EditAsync(
            call.Text("project_id")!, call.Text("seen")!,
            ViewEdit.Of(call.Text("action")!, call.Whole("shot"), call.Whole("to"), call.Number("start"), call.Number("end"), call.Number("seconds")),
            call.Progress, cancellationToken)),
        new DeclaredTool("view_job", static (call, cancellationToken) => call.Tool<ViewJobTool>().LookAsync(call.Text("job_id")!, cancellationToken)),
    ];

    private static readonly HashSet<string> s_names = [.. All.Select(tool => tool.ProtocolTool.Name)];

    public static IServiceCollection AddViewToolClasses(this IServiceCollection services) => services
        .AddSingleton<ViewTimelines>()
        .AddSingleton<PreviewClips>()
        .AddTransient<ViewTimelineTool>()
        .AddTransient<ViewPicturesTool>()
        .AddTransient<ViewClipTool>()
        .AddTransient<ViewEditTool>()
        .AddTransient<ViewJobTool>();

    /// <summary>Says that there is a view, and takes its tools in.</summary>
    public static void Offer(McpServerOptions options)
    {
        options.Capabilities ??= new ServerCapabilities();
        options.Capabilities.Extensions ??= new Dictionary<string, object>();
        options.Capabilities.Extensions[ClientViews.Extension] = new JsonObject();
        foreach (var tool in All)
        {
            options.ToolCollection!.Add(tool);
        }
    }

    public static bool IsForView(McpServerTool tool) => s_names.Contains(tool.ProtocolTool.Name);

    public static McpRequestHandler<ListToolsRequestParams, ListToolsResult> Filter(McpRequestHandler<ListToolsRequestParams, ListToolsResult> next) =>
        async (context, cancellationToken) =>
        {
            var result = await next(context, cancellationToken);
            result.Tools = ClientViews.AreShownBy(context.Server)
                ? [.. result.Tools.Select(tool => TimelineView.Tools.Contains(tool.Name) ? WithView(tool) : tool)]
                : [.. result.Tools.Where(tool => !s_names.Contains(tool.Name))];
            return result;
        };

    /// <summary>The tool's own declaration is shared by all clients, so this is another.</summary>
    private static Tool WithView(Tool tool)
    {
        var type = (JsonTypeInfo<Tool>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(Tool));
        var shown = JsonSerializer.SerializeToElement(tool, type).Deserialize(type)!;
        shown.Meta ??= [];
        shown.Meta["ui"] = new JsonObject { ["resourceUri"] = TimelineView.Address, ["visibility"] = new JsonArray("model", "app") };
        return shown;
    }
}
