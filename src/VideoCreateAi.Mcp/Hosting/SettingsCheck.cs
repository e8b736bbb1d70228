using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>What keeps the server from starting: a setting that is wrong is named at the start, not at the first call that needs it.</summary>
internal static class SettingsCheck
{
    /// <returns>Every fault, each a sentence for the user; none when the server can start.</returns>
    public static IReadOnlyList<string> Faults(ServerSettings settings)
    {
        try
        {
            return [.. settings.Faults, .. new GatewayOptionsValidator().Validate(null, ServerServices.OptionsOf(settings)).Failures ?? []];
        }
        catch (ArgumentException fault)
        {
            return [.. settings.Faults, fault.Message];
        }
    }
}
