using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>Reads and writes what the first exchange with a client is made of, on the second core while the first one builds the
/// server: the types of the protocol are loaded and compiled by then. Nothing depends on it.</summary>
internal static class WarmStart
{
    public static void Begin() => _ = Task.Run(Exchange);

    private static void Exchange()
    {
        var request = (JsonRpcRequest)JsonSerializer.Deserialize(
            """{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"","capabilities":{},"clientInfo":{"name":"","version":""}}}"""u8,
            TypeOf<JsonRpcMessage>())!;
        request.Params.Deserialize(TypeOf<InitializeRequestParams>());
        var result = new InitializeResult
        {
            ProtocolVersion = "",
            Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
            ServerInfo = new Implementation { Name = "", Version = "" },
        };
        var response = new JsonRpcResponse { Id = request.Id, Result = JsonSerializer.SerializeToNode(result, TypeOf<InitializeResult>()) };
        JsonSerializer.SerializeToUtf8Bytes<JsonRpcMessage>(response, TypeOf<JsonRpcMessage>());
        _ = VideoTools.For(BackendDescription.Studio);
    }

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));
}
