using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Mcp.Hosting;

[JsonSerializable(typeof(JsonNode))]
internal sealed partial class HostingJson : JsonSerializerContext;
