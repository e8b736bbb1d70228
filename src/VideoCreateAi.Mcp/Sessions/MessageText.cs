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
                "message_too_long", $"{argument} has {text.Length} characters; at most {Longest} are taken. Put a long script into a .txt file and pass its path.");
        }
    }
}
