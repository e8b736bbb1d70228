using System.Text.Json;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>Names in small letters and nothing between their words: MacOS becomes macos.</summary>
internal sealed class LowerCase : JsonNamingPolicy
{
    public static readonly LowerCase Policy = new();

    public override string ConvertName(string name) => name.ToLowerInvariant();
}
