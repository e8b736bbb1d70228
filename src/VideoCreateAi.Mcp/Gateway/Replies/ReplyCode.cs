using System.Buffers.Text;
using System.Text.Json;

namespace VideoCreateAi.Mcp.Gateway.Replies;

/// <summary>Finds the code of an envelope without building the whole of its JSON.</summary>
internal static class ReplyCode
{
    /// <returns>Null when the body is no JSON object with a number as its code.</returns>
    public static int? Of(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = JsonFields.Limits.MaxDepth });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isCode = reader.ValueTextEquals("code"u8);
                reader.Read();
                if (isCode && reader.TokenType is (JsonTokenType.Number or JsonTokenType.String))
                {
                    return Utf8Parser.TryParse(reader.ValueSpan, out int code, out var used) && used == reader.ValueSpan.Length ? code : null;
                }

                reader.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Cut, no JSON, or a name that is no text: then there is no code to be had here.
        }

        return null;
    }
}
