using System.Security.Cryptography;

namespace VideoCreateAi.Mcp.Gateway;

/// <summary>A draft as the backend gave it, byte for byte. It is looked into and sent back, never re-written.</summary>
internal sealed class RawDraft(ReadOnlyMemory<byte> utf8)
{
    /// <summary>No timeline yet.</summary>
    public static RawDraft Empty { get; } = new("{}"u8.ToArray());

    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>SHA-256 over the bytes, as lower-case hex: two reads with one digest are the same timeline.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(utf8.Span));

    public bool IsEmpty => Digest == Empty.Digest;
}
