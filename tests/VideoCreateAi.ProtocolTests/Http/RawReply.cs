using System.Text.Json;

namespace VideoCreateAi.ProtocolTests.Http;

/// <summary>What came back for one HTTP request.</summary>
/// <param name="Message">The last JSON-RPC message of the body; null when there is none.</param>
internal sealed record RawReply(int Status, string Body, JsonElement? Message, IReadOnlyDictionary<string, string> Headers)
{
    public int? ErrorCode => Message is { } message && message.TryGetProperty("error", out var error) ? error.GetProperty("code").GetInt32() : null;

    public string? Session => Headers.GetValueOrDefault("Mcp-Session-Id");

    public static async Task<RawReply> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        var json = response.Content.Headers.ContentType?.MediaType == "text/event-stream"
            ? body.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => line[6..]).LastOrDefault() ?? ""
            : body;
        return new RawReply(
            (int)response.StatusCode,
            body,
            json.Length == 0 ? null : JsonDocument.Parse(json).RootElement.Clone(),
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }
}
