using System.Globalization;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>When the user is asked before credits are spent, and how many may be spent within an hour.</summary>
internal sealed record SpendingRules
{
    public const int UsualHourlyCap = 200;

    private const string AbovePrefix = "above:";

    /// <summary>Steps that are estimated above this are asked about; 0 = all that cost anything, null = none.</summary>
    public int? AskAbove { get; init; } = 0;

    /// <summary>Credits, counted over the last 60 minutes on this machine.</summary>
    public int HourlyCap { get; init; } = UsualHourlyCap;

    /// <summary>Reads <c>always</c>, <c>never</c> or <c>above:100</c>.</summary>
    /// <returns>False for any other word.</returns>
    public static bool TryReadAsk(string word, out int? askAbove)
    {
        askAbove = word switch
        {
            "always" => 0,
            _ when word.StartsWith(AbovePrefix, StringComparison.Ordinal)
                && int.TryParse(word.AsSpan(AbovePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var credits) => credits,
            _ => null,
        };
        return askAbove is not null || word == "never";
    }
}
