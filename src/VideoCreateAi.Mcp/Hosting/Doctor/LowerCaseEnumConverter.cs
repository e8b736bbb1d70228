using System.Text.Json.Serialization;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>An enum as its name in small letters.</summary>
internal sealed class LowerCaseEnumConverter<T>() : JsonStringEnumConverter<T>(LowerCase.Policy)
    where T : struct, Enum;
