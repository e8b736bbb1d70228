using System.Globalization;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Hosting.Clean;

/// <summary>A length of time as people type it: <c>12h</c>, <c>30d</c>, <c>8w</c>.</summary>
internal static class Age
{
    private const int Longest = 36_500;

    /// <exception cref="ToolRefusedException">It is none.</exception>
    public static TimeSpan Read(string text)
    {
        var word = text.Trim();
        var unit = word.Length < 2 ? (TimeSpan?)null : char.ToLowerInvariant(word[^1]) switch
        {
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            'w' => TimeSpan.FromDays(7),
            _ => null,
        };
        return unit is { } one && int.TryParse(word.AsSpan(0, word.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= Longest
            ? one * count
            : throw new ToolRefusedException(
                "invalid_argument", $"--projects-older-than is \"{DisplayText.From(text, maxLength: 40)}\"; write it as hours, days or weeks, such as 12h, 30d or 8w.");
    }
}
