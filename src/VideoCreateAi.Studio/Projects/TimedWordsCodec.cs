using System.Buffers;
using System.Text.Json;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Projects;

/// <summary>Word times of captions: <c>[[start,end,"word"],…]</c>, written by hand because a row has mixed types.</summary>
internal static class TimedWordsCodec
{
    public static JsonElement Write(IReadOnlyList<TimedWord> words)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var word in words)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(DraftCodec.Milliseconds(word.Start));
                writer.WriteNumberValue(DraftCodec.Milliseconds(word.End));
                writer.WriteStringValue(word.Text);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>Rows that are not a start, an end and a word are left out.</summary>
    public static IReadOnlyList<TimedWord> Read(JsonElement? element)
    {
        if (element is not { ValueKind: JsonValueKind.Array } rows)
        {
            return [];
        }

        var words = new List<TimedWord>();
        foreach (var row in rows.EnumerateArray())
        {
            if (row.ValueKind == JsonValueKind.Array && row.GetArrayLength() == 3 && row[2].ValueKind == JsonValueKind.String
                && Milliseconds(row[0]) is { } start && Milliseconds(row[1]) is { } end && end >= start)
            {
                words.Add(new TimedWord(start, end, row[2].GetString()!));
            }
        }

        return words;
    }

    private static TimeSpan? Milliseconds(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var value) && value is >= 0 and < 1e9 ? WholeMilliseconds.Of(value) : null;
}
