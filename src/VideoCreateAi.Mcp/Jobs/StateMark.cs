using System.Globalization;
using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>A short text that differs when a message has left a mark on a project: on its timeline or among its generated clips.</summary>
internal static class StateMark
{
    public static string Of(ProjectSnapshot state) =>
        string.Create(CultureInfo.InvariantCulture, $"{state.Draft?.Digest ?? "-"}/{state.Generated.Count}");
}
