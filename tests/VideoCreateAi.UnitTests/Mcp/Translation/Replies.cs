using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.UnitTests.Mcp.Translation;

internal static class Replies
{
    public static TranslatedReply Translate(string said) => Translate(said, static left => left);

    /// <param name="said">What the backend says.</param>
    /// <param name="nextLength">From what is left to the length of the next piece.</param>
    public static TranslatedReply Translate(string said, Func<int, int> nextLength)
    {
        var translator = new GuiTranslator();
        var shown = string.Empty;
        for (var at = 0; at < said.Length;)
        {
            var length = Math.Clamp(nextLength(said.Length - at), 1, said.Length - at);
            shown += translator.Push(said.Substring(at, length));
            at += length;
        }

        var reply = translator.Complete();
        Assert.StartsWith(shown, reply.Text, StringComparison.Ordinal);
        return reply;
    }
}
