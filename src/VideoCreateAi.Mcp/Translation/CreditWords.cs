using System.Globalization;
using VideoCreateAi.Protocol.Credits;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>What a balance means for the user.</summary>
internal static class CreditWords
{
    private const string Free = "Nothing costs credits here: editing and exporting run on this machine.";

    private const string Paid =
        "Exports are free. One generated clip costs about 100 credits, editing about 50 a session. Without credits: register or top up at the service, or use the studio on this machine (--backend studio), which is free.";

    public static string Advice(bool isFree) => isFree ? Free : Paid;

    /// <summary>Said before anything that may cost is sent.</summary>
    public static string BeforeSpending(int? available) => string.Create(
        CultureInfo.InvariantCulture, $"Editing… (one generated clip uses about 100 credits{(available is { } left ? $"; {left} are available" : "")})");

    public static string Of(CreditBalance balance, string backend, bool isFree) => string.Create(
        CultureInfo.InvariantCulture, $"{balance.Available} credits available ({balance.Frozen} reserved) with {backend}. {Advice(isFree)}");
}
