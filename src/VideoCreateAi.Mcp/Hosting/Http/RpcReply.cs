using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>Reads and writes single JSON-RPC messages as HTTP bodies.</summary>
internal static class RpcReply
{
    public static JsonTypeInfo<JsonRpcMessage> MessageType { get; } =
        (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    /// <param name="id">Of the request, so that its sender knows which one failed; null where none could be read.</param>
    public static async Task WriteAsync(HttpResponse response, RpcFault fault, RequestId? id, CancellationToken cancellationToken)
    {
        response.StatusCode = fault.Status;
        response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("jsonrpc", "2.0");
        json.WritePropertyName("id");
        switch (id?.Id)
        {
            case long number:
                json.WriteNumberValue(number);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            default:
                json.WriteNullValue();
                break;
        }

        json.WriteStartObject("error");
        json.WriteNumber("code", (int)fault.Code);
        json.WriteString("message", fault.Message);
        if (fault.Details is { } details)
        {
            json.WritePropertyName("data");
            details.WriteTo(json);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }
}
