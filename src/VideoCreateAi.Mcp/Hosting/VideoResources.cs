using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Features;
using VideoCreateAi.Mcp.Features.Resources;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Prompts;
using VideoCreateAi.Studio;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>What the server offers besides its tools, and who answers for it.</summary>
internal static class VideoResources
{
    private static readonly TimeSpan s_toolsAreFresh = TimeSpan.FromHours(1);

    public static IServiceCollection AddVideoResources(this IServiceCollection services, bool isReadOnly) => services
        .AddSingleton<ExportedFiles>()
        .AddSingleton<TimelineReports>()
        .AddSingleton<ContactSheets>()
        .AddSingleton<ProjectResources>()
        .AddSingleton<ResourceReader>()
        .AddSingleton(services => new OperationsForm(StudioOperations.Schema, !isReadOnly && services.GetRequiredService<BackendClient>().TakesOperations, isReadOnly))
        .AddSingleton<ResourceListener>()
        .AddSingleton<ResourceCompletion>()
        .AddSingleton<Suggestions>()
        .AddSingleton(_ => new PromptDesk(isReadOnly));

    /// <summary>Says what is offered and takes the requests for it.</summary>
    public static void Offer(McpServerOptions options)
    {
        options.Capabilities ??= new ServerCapabilities();
        options.Capabilities.Resources = new ResourcesCapability { ListChanged = true, Subscribe = true };
        options.Capabilities.Prompts = new PromptsCapability();
        var handlers = options.Handlers;
        handlers.ListResourcesHandler = RequestBoundary.Around<ListResourcesRequestParams, ListResourcesResult>(async (context, cancellationToken) =>
        {
            Of<ResourceWatch>(context).Begin(context);
            return ResultRedaction.Clean(await Of<ProjectResources>(context).ListAsync(context, cancellationToken), Of<BackendClient>(context));
        });
        handlers.ListResourceTemplatesHandler = RequestBoundary.Around<ListResourceTemplatesRequestParams, ListResourceTemplatesResult>(ProjectResources.ListTemplatesAsync);
        handlers.ReadResourceHandler = RequestBoundary.Around<ReadResourceRequestParams, ReadResourceResult>(async (context, cancellationToken) =>
            ResultRedaction.Clean(await Of<ResourceReader>(context).ReadAsync(context, cancellationToken), Of<BackendClient>(context)));
        handlers.SubscribeToResourcesHandler = RequestBoundary.Around<SubscribeRequestParams, EmptyResult>(
            (context, cancellationToken) => Of<ResourceWatch>(context).SubscribeAsync(context, cancellationToken));
        handlers.UnsubscribeFromResourcesHandler = RequestBoundary.Around<UnsubscribeRequestParams, EmptyResult>(
            (context, cancellationToken) => Of<ResourceWatch>(context).UnsubscribeAsync(context, cancellationToken));
        handlers.SubscriptionsListenHandler = RequestBoundary.Around<SubscriptionsListenRequestParams, EmptyResult>(
            (context, cancellationToken) => Of<ResourceListener>(context).ListenAsync(context, cancellationToken));
        handlers.ListPromptsHandler = RequestBoundary.Around<ListPromptsRequestParams, ListPromptsResult>((context, _) => new(Of<PromptDesk>(context).List(context)));
        handlers.GetPromptHandler = RequestBoundary.Around<GetPromptRequestParams, GetPromptResult>((context, _) => new(Of<PromptDesk>(context).Get(context)));
        handlers.CompleteHandler = RequestBoundary.Around<CompleteRequestParams, CompleteResult>((context, cancellationToken) => context.Params?.Ref switch
        {
            PromptReference prompt => Of<PromptDesk>(context).CompleteAsync(prompt.Name, context.Params.Argument, Of<Suggestions>(context), cancellationToken),
            ResourceTemplateReference template => Of<ResourceCompletion>(context).CompleteAsync(context, template.Uri, cancellationToken),
            _ => throw new McpProtocolException("Only arguments of prompts and resource templates are completed.", McpErrorCode.InvalidParams),
        });
    }

    /// <summary>The tools are the same as long as the server runs.</summary>
    public static McpRequestHandler<ListToolsRequestParams, ListToolsResult> KeepTools(McpRequestHandler<ListToolsRequestParams, ListToolsResult> next) =>
        async (context, cancellationToken) => (await next(context, cancellationToken)).Fresh(context, s_toolsAreFresh);

    private static T Of<T>(MessageContext context)
        where T : notnull => context.Services!.GetRequiredService<T>();
}
