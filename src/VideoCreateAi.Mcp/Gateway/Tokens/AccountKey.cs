using System.Security.Cryptography;
using System.Text;

namespace VideoCreateAi.Mcp.Gateway.Tokens;

/// <summary>Tells accounts apart in records on disk without holding anything of their tokens.</summary>
internal static class AccountKey
{
    public const string Starter = "starter";
    public const string Studio = "studio";

    private const int KeptBytes = 8;

    /// <summary>Other values would tie records of one version of the product to no account of another.</summary>
    private static ReadOnlySpan<byte> Label => "videocreateai account key v1"u8;

    /// <param name="token">The configured token; null for a starter account.</param>
    public static string Of(BackendKind kind, string? token) => (kind, token) switch
    {
        (BackendKind.Studio, _) => Studio,
        (_, null) => Starter,
        _ => Convert.ToHexStringLower(HMACSHA256.HashData(Label, Encoding.UTF8.GetBytes(token)).AsSpan(0, KeptBytes)),
    };
}
