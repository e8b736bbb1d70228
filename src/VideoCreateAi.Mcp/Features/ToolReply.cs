using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Protocol.Studio;

namespace VideoCreateAi.Mcp.Features;

/// <summary>Tool results: a few lines for the model, the same as data for programs.</summary>
internal static class ToolReply
{
    public static CallToolResult Of<T>(string text, T data, JsonTypeInfo<T> type, bool isError = false) => new()
    {
        Content = [new TextContentBlock { Text = text }],
        StructuredContent = JsonSerializer.SerializeToElement(data, type),
        IsError = isError ? true : null,
    };

    /// <summary>Puts a picture before the words.</summary>
    public static CallToolResult Showing(this CallToolResult result, PreviewImage? image)
    {
        if (image is not null)
        {
            result.Content = [ImageContentBlock.FromBytes(image.Jpeg, "image/jpeg"), .. result.Content];
        }

        return result;
    }
}
