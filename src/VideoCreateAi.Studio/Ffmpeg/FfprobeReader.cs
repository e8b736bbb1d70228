using System.Globalization;
using System.Text.Json;

namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>Asks ffprobe what is in a file. Believe it with care: a header promises what the rest may not hold.</summary>
internal sealed class FfprobeReader(IToolRunner tools)
{
    /// <summary>A file with thousands of streams and tags writes a long answer.</summary>
    private const int LongestAnswer = 4 * 1024 * 1024;

    private const string Entries =
        "format=start_time,duration"
        + ":stream=codec_type,codec_name,codec_tag_string,width,height,sample_aspect_ratio,pix_fmt,color_space,r_frame_rate,"
        + "avg_frame_rate,channels,sample_rate,start_time,duration,nb_frames"
        + ":stream_disposition=attached_pic:stream_side_data=rotation";

    /// <exception cref="ToolFailedException">It cannot be read in that format.</exception>
    public async Task<ProbedMedia> ReadAsync(
        string demuxer, string path, InputGuards guards, string workFolder, CancellationToken cancellationToken)
    {
        using var answer = new MemoryStream();
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffprobe,
                Arguments = Arguments(demuxer, path, guards),
                WorkFolder = workFolder,
                Inputs = [path],
                Limits = ToolLimits.Probe,
                Read = (output, stop) => CopyAsync(output, answer, stop),
            },
            cancellationToken);

        using var json = Parse(answer);
        return Understand(json.RootElement);
    }

    private static string[] Arguments(string demuxer, string path, InputGuards guards) =>
    [
        "-hide_banner", "-v", "error",
        "-protocol_whitelist", "file,pipe", "-f", demuxer, "-format_whitelist", demuxer,
        "-codec_whitelist", guards.Decoders, "-max_pixels", guards.MaxPixels.ToString(CultureInfo.InvariantCulture),
        "-show_entries", Entries, "-of", "json=compact=1", "-i", "file:" + path,
    ];

    private static async Task CopyAsync(Stream output, MemoryStream answer, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await output.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (answer.Length + count <= LongestAnswer)
            {
                answer.Write(buffer, 0, count);
            }
        }
    }

    private static JsonDocument Parse(MemoryStream answer)
    {
        try
        {
            return JsonDocument.Parse(answer.GetBuffer().AsMemory(0, (int)answer.Length));
        }
        catch (JsonException)
        {
            throw new ToolFailedException(MediaTool.Ffprobe, 0, "ffprobe gave no readable answer.", "");
        }
    }

    private static ProbedMedia Understand(JsonElement root)
    {
        var streams = root.TryGetProperty("streams", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(Stream).ToList()
            : [];
        var format = root.TryGetProperty("format", out var found) ? found : default;

        return new ProbedMedia(streams, Time(format, "start_time"), Time(format, "duration"));
    }

    private static ProbedStream Stream(JsonElement stream) => new()
    {
        Type = Text(stream, "codec_type") ?? "",
        Codec = Text(stream, "codec_name"),
        CodecTag = Text(stream, "codec_tag_string"),
        Width = (int)(Number(stream, "width") ?? 0),
        Height = (int)(Number(stream, "height") ?? 0),
        Rotation = Rotation(stream),
        SampleAspectRatio = Ratio(stream, "sample_aspect_ratio", ':') is > 0 and var ratio ? ratio : 1,
        PixelFormat = Text(stream, "pix_fmt"),
        ColorMatrix = Text(stream, "color_space") is { } matrix and not ("unknown" or "reserved") ? matrix : null,
        BaseFrameRate = Ratio(stream, "r_frame_rate", '/'),
        AverageFrameRate = Ratio(stream, "avg_frame_rate", '/'),
        Channels = (int)(Number(stream, "channels") ?? 0),
        SampleRate = (int)(Number(stream, "sample_rate") ?? 0),
        Start = Time(stream, "start_time"),
        Duration = Time(stream, "duration"),
        FrameCount = (long?)Number(stream, "nb_frames"),
        IsCover = stream.TryGetProperty("disposition", out var disposition) && Number(disposition, "attached_pic") is 1,
    };

    // ffprobe counts counter-clockwise, and a matrix can hold any angle: the nearest quarter turn is taken.
    private static int Rotation(JsonElement stream)
    {
        if (!stream.TryGetProperty("side_data_list", out var sideData) || sideData.ValueKind != JsonValueKind.Array)
        {
            return 0;
        }

        var angle = sideData.EnumerateArray().Select(item => Number(item, "rotation")).FirstOrDefault(value => value is not null);
        if (angle is not { } degrees || Math.Abs(degrees) > 360)
        {
            return 0;
        }

        var quarters = (int)Math.Round(-degrees / 90, MidpointRounding.AwayFromZero);
        return ((quarters % 4) + 4) % 4 * 90;
    }

    private static string? Text(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    // Some numbers come as text, and a damaged file makes them "N/A", nan or beyond all bounds.
    private static double? Number(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
        {
            return null;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e12
            ? number
            : null;
    }

    private static TimeSpan? Time(JsonElement element, string name)
        => Number(element, name) is { } seconds && Math.Abs(seconds) < 1e10 ? TimeSpan.FromSeconds(seconds) : null;

    private static double Ratio(JsonElement element, string name, char separator)
    {
        var parts = Text(element, name)?.Split(separator);
        return parts is [var over, var under]
            && double.TryParse(over, NumberStyles.Float, CultureInfo.InvariantCulture, out var numerator)
            && double.TryParse(under, NumberStyles.Float, CultureInfo.InvariantCulture, out var denominator)
            && denominator > 0
                ? numerator / denominator
                : 0;
    }
}
