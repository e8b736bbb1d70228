using System.Text;

namespace VideoCreateAi.Mcp.Files;

/// <summary>Decides whether bytes are text, and reads it.</summary>
internal static class ScriptText
{
    private static readonly string[] s_extensions = [".txt", ".md", ".srt"];

    public static bool HasTextName(string name)
        => s_extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the bytes are not valid UTF-8, nor UTF-16 that says so by its byte order mark.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        Encoding encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        };
        try
        {
            var text = encoding.GetString(bytes.StartsWith(encoding.Preamble) ? bytes[encoding.Preamble.Length..] : bytes);
            return text.Contains('\0') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Whether a beginning, which may end inside a character, reads as text.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        for (var cut = 0; cut < 4 && cut < head.Length; cut++)
        {
            if (Decode(head[..^cut]) is { } text)
            {
                return text.Count(letter => char.IsControl(letter) && letter is not ('\r' or '\n' or '\t' or '\f')) * 50 <= text.Length;
            }
        }

        return false;
    }
}
