using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Features;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting.Doctor;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>The one place where a fault becomes an error result. Tools have no catch of their own.</summary>
internal static partial class CallToolBoundary
{
    /// <summary>A job may have begun before the bug was met, so nothing is promised.</summary>
    public static readonly JobFault Bug = new(
        "internal_error",
        "Something went wrong inside the server; its log says more. What was asked for may have begun all the same: check_job without a job_id shows what runs and what ended. Try again only if it is not there, and report this if it stays so.");

    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Filter(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        async (context, cancellationToken) =>
        {
            try
            {
                if (context.MatchedPrimitive is null && context.Services!.GetRequiredService<ServerSettings>().IsReadOnly)
                {
                    throw ReadOnlyMode.Refusal();
                }

                var isForView = context.MatchedPrimitive is McpServerTool called && ViewTools.IsForView(called);
                if (isForView && !ClientViews.AreShownBy(context.Server))
                {
                    throw new ToolRefusedException("only_for_view", "This tool belongs to the timeline view, which this client does not show. get_timeline, edit_video and export_video do the same in words.");
                }

                if (context.MatchedPrimitive is McpServerTool tool && ToolArguments.FaultOf(tool.ProtocolTool.InputSchema, context.Params?.Arguments) is { } fault)
                {
                    throw new ToolRefusedException("invalid_argument", fault);
                }

                using var place = await context.Services!.GetRequiredService<CallPlaces>().TakeAsync(OnlyLooks(context), cancellationToken);
                ClientPlatform.Learn(context.Services!.GetRequiredService<GatewayOptions>(), context.Server.ClientInfo?.Name);
                var result = await next(context, cancellationToken);

                // What a view hears no model does.
                result = isForView ? result : context.Services!.GetRequiredService<FirstAnswer>().Complete(result);
                await AuditAsync(context, code: null);
                result = await context.Services!.GetRequiredService<FirstAid>().CompleteAsync(result, cancellationToken);
                return ResultRedaction.Clean(result, context.Services!.GetRequiredService<BackendClient>());
            }
            catch (Exception exception) when (exception is not OperationCanceledException && JobFault.Of(exception) is { } fault)
            {
                if (exception is BackendException { Fault: BackendFault.SessionNotFound })
                {
                    await context.Services!.GetRequiredService<ProjectSessions>().ForgetCurrentSessionAsync(CancellationToken.None);
                }

                await AuditAsync(context, fault.Code);
                return await context.Services!.GetRequiredService<FirstAid>().CompleteAsync(Refusal(fault), cancellationToken);
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or McpException or InputRequiredException))
            {
                // A bug: its insides are for the log alone.
                LogBug(context.Services!.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(CallToolBoundary)), context.Params?.Name, exception);
                return Refusal(Bug);
            }
        };

    private static bool OnlyLooks(RequestContext<CallToolRequestParams> context) =>
        context.MatchedPrimitive is McpServerTool { ProtocolTool: var tool } && (tool.Name == "cancel_job" || tool.Annotations?.ReadOnlyHint == true);

    /// <summary>What a tool does at once: a job's steps are written down where they are taken.</summary>
    private static async Task AuditAsync(RequestContext<CallToolRequestParams> context, string? code)
    {
        if (context.MatchedPrimitive is McpServerTool { ProtocolTool: { Name: "open_project" or "cancel_job" } tool })
        {
            var project = context.Params?.Arguments is { } arguments && arguments.TryGetValue("project_id", out var id) ? id.ToString() : null;
            await context.Services!.GetRequiredService<AuditTrail>().WriteAsync(new AuditLine
            {
                Tool = tool.Name, Effect = "call", ProjectId = UntrustedText.Name(project, 80) is { Length: > 0 } known ? known : null, Outcome = code is null ? "done" : "failed", Code = code,
            });
        }
    }

    private static CallToolResult Refusal(JobFault fault) => new()
    {
        IsError = true,
        Content = [new TextContentBlock { Text = $"{fault.Code}: {fault.Message}" }],
        Meta = new JsonObject { ["videocreateai/error"] = fault.Code },
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The tool {Tool} met a bug.")]
    private static partial void LogBug(ILogger logger, string? tool, Exception exception);
}
