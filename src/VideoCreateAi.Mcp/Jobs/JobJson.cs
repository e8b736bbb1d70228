using System.Text.Json.Serialization;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>The ledger's JSON columns.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(JobPlan))]
[JsonSerializable(typeof(BatchItem))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class JobJson : JsonSerializerContext;
