namespace VideoCreateAi.Studio.Projects;

/// <summary>Enum values in the draft's spelling: <c>ZoomIn</c> is <c>zoom_in</c>, <c>TopLeft</c> is <c>top-left</c>.</summary>
internal static class WireWords
{
    public static string Of<T>(T value, char joint)
        where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(name.Select((letter, index) =>
            char.IsUpper(letter) ? (index > 0 ? joint.ToString() : "") + char.ToLowerInvariant(letter) : letter.ToString()));
    }

    /// <summary>Null for the value that the protocol lets out.</summary>
    public static string? Unless<T>(T value, T usual, char joint = '_')
        where T : struct, Enum => EqualityComparer<T>.Default.Equals(value, usual) ? null : Of(value, joint);

    /// <summary>An unknown word is read as the default: a newer writer must not make a draft unreadable.</summary>
    public static T Read<T>(string? word, T usual)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(word) || char.IsDigit(word[0]) || word[0] is '-' or '+')
        {
            return usual;
        }

        var name = word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : usual;
    }
}
