using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Features;

/// <summary>What depends on the revision of the protocol that a request is of.</summary>
internal static class ProtocolRevision
{
    private const string WithoutSessions = "2026-07-28";

    /// <summary>From 2026-07-28 on a client is told of nothing that it did not open a stream for.</summary>
    public static bool IsWithoutSessions<T>(RequestContext<T> context) =>
        string.CompareOrdinal(context.JsonRpcRequest.Context?.ProtocolVersion ?? context.Server.NegotiatedProtocolVersion, WithoutSessions) >= 0;

    /// <summary>Says how long the answer may be kept, where the revision has words for it. It is for this user alone.</summary>
    public static TResult Fresh<TResult, T>(this TResult result, RequestContext<T> context, TimeSpan fresh)
        where TResult : ICacheableResult
    {
        if (IsWithoutSessions(context))
        {
            result.TimeToLive = fresh;
            result.CacheScope = CacheScope.Private;
        }

        return result;
    }
}
