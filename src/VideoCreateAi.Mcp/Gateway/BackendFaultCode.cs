using System.Collections.Frozen;
using System.Text.Json;

namespace VideoCreateAi.Mcp.Gateway;

/// <summary>The stable code of a fault in tool results, such as <c>out_of_credits</c>.</summary>
internal static class BackendFaultCode
{
    private static readonly FrozenDictionary<BackendFault, string> s_codes = Enum.GetValues<BackendFault>()
        .ToFrozenDictionary(fault => fault, fault => JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.ToString()));

    public static string Code(this BackendFault fault) => s_codes[fault];
}
