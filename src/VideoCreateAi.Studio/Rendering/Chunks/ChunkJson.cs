using System.Text.Json.Serialization;

namespace VideoCreateAi.Studio.Rendering.Chunks;

[JsonSerializable(typeof(ChunkLabel))]
internal sealed partial class ChunkJson : JsonSerializerContext;
