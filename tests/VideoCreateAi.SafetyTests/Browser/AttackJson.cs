using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.SafetyTests.Browser;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AttackSettings))]
[JsonSerializable(typeof(PageReport[]))]
internal sealed partial class AttackJson : JsonSerializerContext;
