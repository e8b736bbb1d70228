using System.Globalization;
using System.Text.Json;

namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>A clip that players take as it is: its pictures in the order in which they are stored.</summary>
/// <param name="Parameters">A digest of what its decoder must know before the first picture.</param>
/// <param name="Packets">The number of each picture in the order of showing, and whether decoding can begin with it.</param>
internal sealed record CopySource(string Parameters, IReadOnlyList<(int Number, bool IsKey)> Packets)
{
    // Of a frame: what a time in whole milliseconds can be off by.
    private const double Slack = 0.08;
    private const int HighestLevel = 51;

    private static readonly string[] s_profiles = ["High", "Main", "Constrained Baseline"];

    /// <param name="answer">What ffprobe says of its first picture stream and of all packets.</param>
    /// <returns>Null when it is not H.264 as every player takes it, in that size and at that steady rate.</returns>
    public static CopySource? Read(JsonElement answer, int width, int height, int framesPerSecond)
    {
        if (!answer.TryGetProperty("streams", out var streams) || streams.GetArrayLength() != 1 || !IsPlain(streams[0], width, height, framesPerSecond)
            || !answer.TryGetProperty("packets", out var packets) || Text(streams[0], "extradata_hash") is not { } parameters)
        {
            return null;
        }

        var begin = answer.TryGetProperty("format", out var format) ? Seconds(format, "start_time") ?? 0 : 0;
        List<(int, bool)> all = [];
        foreach (var packet in packets.EnumerateArray())
        {
            if (Seconds(packet, "pts_time") is not { } shown || (shown - begin) * framesPerSecond is var place && Math.Abs(place - Math.Round(place)) > Slack)
            {
                return null;
            }

            all.Add(((int)Math.Round((shown - begin) * framesPerSecond), Text(packet, "flags")?.Contains('K', StringComparison.Ordinal) ?? false));
        }

        return new CopySource(parameters, all);
    }

    /// <summary>Whether so many pictures from a moment on lie together in the file, begin with one that needs nothing before it, and
    /// need nothing after them.</summary>
    /// <param name="first">The number of the first of them.</param>
    public bool HasPiece(TimeSpan from, int count, int framesPerSecond, out int first)
    {
        var place = from.TotalSeconds * framesPerSecond;
        first = (int)Math.Round(place);
        if (Math.Abs(place - first) > Slack)
        {
            return false;
        }

        for (var i = 0; i + count <= Packets.Count; i++)
        {
            if (Packets[i].Number == first)
            {
                var piece = Packets.Skip(i).Take(count).Select(packet => packet.Number).Order();
                return Packets[i].IsKey && piece.SequenceEqual(Enumerable.Range(first, count));
            }
        }

        return false;
    }

    private static bool IsPlain(JsonElement stream, int width, int height, int framesPerSecond) =>
        Text(stream, "codec_name") == "h264"
        && s_profiles.Contains(Text(stream, "profile"))
        && stream.TryGetProperty("level", out var level) && level.GetInt32() is > 0 and <= HighestLevel
        && Text(stream, "pix_fmt") == "yuv420p"
        && stream.GetProperty("width").GetInt32() == width && stream.GetProperty("height").GetInt32() == height
        && Text(stream, "sample_aspect_ratio") is null or "1:1"
        && Text(stream, "field_order") is null or "progressive"
        && Text(stream, "r_frame_rate") == string.Create(CultureInfo.InvariantCulture, $"{framesPerSecond}/1")
        && Text(stream, "color_range") == "tv"
        && Text(stream, "color_space") == "bt709" && Text(stream, "color_transfer") == "bt709" && Text(stream, "color_primaries") == "bt709";

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Seconds(JsonElement element, string name) =>
        double.TryParse(Text(element, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
