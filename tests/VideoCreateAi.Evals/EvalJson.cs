using System.Text.Json.Serialization;

namespace VideoCreateAi.Evals;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RouterItem))]
[JsonSerializable(typeof(RouterPrediction))]
[JsonSerializable(typeof(GuiItem))]
[JsonSerializable(typeof(GuiPrediction))]
[JsonSerializable(typeof(DirectorItem))]
[JsonSerializable(typeof(DirectorPrediction))]
internal sealed partial class EvalJson : JsonSerializerContext;
