using System.Globalization;

namespace VideoCreateAi.Studio.Farm;

/// <summary>Nodes tell by their clocks which of them are alive. One whose clock is wrong takes the others for dead, or seems so to them,
/// and work is done again and again: it does not take part.</summary>
internal static class ClockRule
{
    // Less than the patience that nodes have with each other.
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(2);

    /// <summary>In words for whoever runs the node; null when the clock is right.</summary>
    /// <param name="lead">How far it is ahead of the database's.</param>
    public static string? FaultOf(TimeSpan lead) => lead.Duration() <= s_most
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"This machine's clock is {lead.Duration().TotalSeconds:0.#} s {(lead > TimeSpan.Zero ? "ahead of" : "behind")} the database's, and {s_most.TotalSeconds:0} s is the most. Set it, by NTP, and start the node again.");
}
