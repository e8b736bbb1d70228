using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>Adds to a refused read which address was asked for: revision 2026-07-28 wants it in the error's data, and the library leaves it out.</summary>
internal static class MissingResource
{
    public static McpRequestHandler<ReadResourceRequestParams, ReadResourceResult> Filter(McpRequestHandler<ReadResourceRequestParams, ReadResourceResult> next) =>
        async (context, cancellationToken) =>
        {
            try
            {
                return await next(context, cancellationToken);
            }
            catch (McpProtocolException refused) when (refused.ErrorCode is McpErrorCode.ResourceNotFound or McpErrorCode.InvalidParams)
            {
                refused.Data["uri"] = context.Params?.Uri;
                throw;
            }
        };
}
