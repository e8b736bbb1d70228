using System.Text.Json.Serialization;
using VideoCreateAi.Studio.Director;

namespace VideoCreateAi.Studio.Projects;

/// <summary>A brand kit as the database keeps it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BrandKit))]
internal sealed partial class BrandJson : JsonSerializerContext;
