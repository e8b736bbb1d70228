using Microsoft.Extensions.DependencyInjection;
using VideoCreateAi.Mcp.Features;
using VideoCreateAi.Mcp.Features.Resources;
using VideoCreateAi.Mcp.Hosting.Http;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>What each conversation has of its own. What all of them share must not ask for any of it.</summary>
internal static class ConversationServices
{
    /// <summary>The process is one conversation, as over standard input and output.</summary>
    public static IServiceCollection AddOneConversation(this IServiceCollection services) =>
        services.AddSingleton(new Conversation(isKept: true)).AddOwn(ServiceLifetime.Singleton);

    /// <summary>Every MCP session is a conversation, and every call that has no session.</summary>
    public static IServiceCollection AddConversationPerSession(this IServiceCollection services) =>
        services
            .AddScoped(provider => new Conversation(isKept: provider.GetRequiredService<SessionScope>().SessionId is not null))
            .AddOwn(ServiceLifetime.Scoped);

    private static IServiceCollection AddOwn(this IServiceCollection services, ServiceLifetime lifetime)
    {
        services.Add(ServiceDescriptor.Describe(typeof(ProjectSessions), typeof(ProjectSessions), lifetime));
        services.Add(ServiceDescriptor.Describe(typeof(ProjectDeletion), typeof(ProjectDeletion), lifetime));
        services.Add(ServiceDescriptor.Describe(typeof(JobDesk), typeof(JobDesk), lifetime));
        services.Add(ServiceDescriptor.Describe(typeof(JobReplies), typeof(JobReplies), lifetime));
        services.Add(ServiceDescriptor.Describe(typeof(FirstAnswer), typeof(FirstAnswer), lifetime));
        services.Add(ServiceDescriptor.Describe(typeof(ClientLine), typeof(ClientLine), lifetime));
        services.Add(ServiceDescriptor.Describe(typeof(ResourceWatch), typeof(ResourceWatch), lifetime));
        return services;
    }
}
