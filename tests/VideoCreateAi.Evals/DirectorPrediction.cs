using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Evals;

internal sealed record DirectorPrediction
{
    public required string Id { get; init; }

    /// <summary>The draft when the last message was sent; null = none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required JsonElement? Before { get; init; }

    /// <summary>The draft after it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required JsonElement? Draft { get; init; }

    public required string Reply { get; init; }
}
