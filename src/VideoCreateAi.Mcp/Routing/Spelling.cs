namespace VideoCreateAi.Mcp.Routing;

/// <summary>Slips of the finger. A replaced letter is none: "expert" is a word of its own.</summary>
internal static class Spelling
{
    public static bool IsSlip(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        var same = 0;
        while (same < typed.Length && same < meant.Length && typed[same] == meant[same])
        {
            same++;
        }

        return (typed.Length - meant.Length) switch
        {
            0 => same + 1 < typed.Length && typed[same] == meant[same + 1] && typed[same + 1] == meant[same]
                && typed[(same + 2)..].SequenceEqual(meant[(same + 2)..]),
            -1 => typed[same..].SequenceEqual(meant[(same + 1)..]),
            1 => typed[(same + 1)..].SequenceEqual(meant[same..]),
            _ => false,
        };
    }
}
