namespace VideoCreateAi.Mcp.Sessions;

/// <summary>The bounds of a message.</summary>
internal static class MessageText
{
    /// <summary>As long as the backend takes: 32 KiB of text.</summary>
    public const int Longest = 32 * 1024;

    public static void Check(string? text, string argument)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ToolRefusedException("invalid_argument", $"{argument} is empty. Say what the video should be, in plain words.");
        }

        if (text.Length > Longest)
        {
            throw new ToolRefusedException(
                "message_too_long", $"{argument} has {text.Length} characters; at most {Longest} are taken. Say it in fewer words, or in several calls one after the other.");
        }
    }

    public static ToolRefusedException TooLongWithScripts(int length) => new(
        "message_too_long",
        $"The text and the script files have {length} characters together; at most {Longest} are taken. Nothing was uploaded or sent. Shorten the script, or pass it in parts, one call after the other.");
}
