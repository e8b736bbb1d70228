using System.Text.Json.Serialization;

namespace VideoCreateAi.Evals;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RouterItem))]
[JsonSerializable(typeof(RouterPrediction))]
[JsonSerializable(typeof(GuiItem))]
[JsonSerializable(typeof(GuiPrediction))]
internal sealed partial class EvalJson : JsonSerializerContext;
