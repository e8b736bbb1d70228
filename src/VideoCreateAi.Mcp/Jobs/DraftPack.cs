using System.IO.Compression;
using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Drafts as they lie in the ledger: small, and the same to the byte when they are taken out.</summary>
internal static class DraftPack
{
    public static byte[] Pack(RawDraft draft)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            brotli.Write(draft.Utf8.Span);
        }

        return packed.ToArray();
    }

    /// <param name="length">Of the draft: no more than this is taken out.</param>
    /// <returns>Null when it is damaged.</returns>
    public static RawDraft? Unpack(byte[] packed, int length, string digest)
    {
        if (length < 0 || length > Array.MaxLength)
        {
            return null;
        }

        var bytes = new byte[length];
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            brotli.ReadExactly(bytes);
            if (brotli.ReadByte() >= 0)
            {
                return null;
            }
        }
        catch (Exception damage) when (damage is InvalidDataException or InvalidOperationException or EndOfStreamException)
        {
            return null;
        }

        var draft = new RawDraft(bytes);
        return draft.Digest == digest ? draft : null;
    }
}
