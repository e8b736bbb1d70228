using Microsoft.Extensions.Primitives;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>The value of a header that may be wrapped in base64, as revision 2026-07-28 has it.</summary>
internal static class HeaderText
{
    /// <summary>Null when the header is missing, stands there twice or is wrapped wrongly.</summary>
    public static string? Of(StringValues values) => values is [{ } value] ? McpHeaderEncoder.DecodeValue(value) : null;
}
