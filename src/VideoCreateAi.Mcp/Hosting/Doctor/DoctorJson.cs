using System.Text.Json.Serialization;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LowerCaseEnumConverter<VideoCreateAi.Studio.Checkup.FindingState>), typeof(LowerCaseEnumConverter<HostSystem>)])]
[JsonSerializable(typeof(DoctorReport))]
internal sealed partial class DoctorJson : JsonSerializerContext;
