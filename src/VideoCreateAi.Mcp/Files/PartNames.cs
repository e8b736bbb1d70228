namespace VideoCreateAi.Mcp.Files;

/// <summary>The names of an unfinished export: hidden, told apart by the render, ours and nobody else's. Browsers name
/// theirs ".part", and those are not ours to remove.</summary>
internal static class PartNames
{
    public const string PartEnding = ".videocreateai.part";
    public const string MarkEnding = ".videocreateai.json";

    /// <summary>A mark on its way to the disk.</summary>
    public const string NewMarkEnding = MarkEnding + ".new";

    private const int LongestId = 128;

    public static string Part(string renderId) => Of(renderId, PartEnding);

    public static string Mark(string renderId) => Of(renderId, MarkEnding);

    public static string NewMark(string renderId) => Of(renderId, NewMarkEnding);

    private static string Of(string renderId, string ending) =>
        renderId.Length is > 0 and <= LongestId && renderId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? $".{renderId}{ending}"
            : throw new ArgumentException("This is not the id of a render.", nameof(renderId));
}
