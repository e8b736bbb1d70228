using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.ConformanceFixture;

/// <summary>State that goes through the client's hands and must come back as it went.</summary>
internal static class SignedState
{
    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(32);

    public static string Sign(string text) => $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))}.{Seal(text)}";

    /// <exception cref="McpProtocolException">It is not what was given out.</exception>
    public static string Read(RequestParams? call)
    {
        var parts = (call?.RequestState ?? "").Split('.');
        if (parts.Length == 2 && Base64Url.IsValid(parts[0]) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])) is var text
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(parts[1]), Encoding.UTF8.GetBytes(Seal(text))))
        {
            return text;
        }

        throw Refusal();
    }

    public static McpProtocolException Refusal() => new("requestState is not what this server gave out.", McpErrorCode.InvalidParams);

    private static string Seal(string text) => Base64Url.EncodeToString(HMACSHA256.HashData(s_key, Encoding.UTF8.GetBytes(text)));
}
