using System.Globalization;

namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>An ffmpeg command line under construction. A value is always one argument, whatever is in it.
/// ffmpeg cares for the order: options stand before the input or output that they belong to.</summary>
internal sealed class FfmpegArguments
{
    // More threads for a filter cost more than they gain on what passes here: 0.07 s and 40 MB more for each picture.
    private readonly List<string> _arguments =
        ["-hide_banner", "-nostdin", "-v", "error", "-nostats", "-y", "-filter_threads", "1", "-filter_complex_threads", "1"];

    /// <summary>Progress as <c>key=value</c> lines on the standard output.</summary>
    public FfmpegArguments ProgressToStandardOutput() => Add("-progress", "pipe:1");

    /// <summary>Ends with an error at the first that is met, where ffmpeg would go on with what is left.</summary>
    public FfmpegArguments StopAtErrors() => Add("-xerror");

    /// <summary>A file of which nothing is guessed: not its format, not its protocol, not its decoders.</summary>
    /// <param name="from">Where to begin. Null = at its start.</param>
    /// <param name="length">How much to read. Null = to its end.</param>
    public FfmpegArguments ForcedInput(
        string demuxer, string path, InputGuards guards, TimeSpan? from = null, TimeSpan? length = null)
    {
        Add("-protocol_whitelist", "file,pipe", "-f", demuxer, "-format_whitelist", demuxer);
        Add("-codec_whitelist", guards.Decoders, "-max_pixels", Number(guards.MaxPixels), "-noautorotate");
        if (from is { } start && start > TimeSpan.Zero)
        {
            Add("-ss", Seconds(start));
        }

        if (length is { } limit)
        {
            Add("-t", Seconds(limit));
        }

        return Add("-i", "file:" + path);
    }

    /// <summary>Times are those of the file, counted from its beginning, wherever reading begins; and it begins at a picture that stands for
    /// itself, not later than asked for. Before <see cref="ForcedInput"/>.</summary>
    public FfmpegArguments FileTimes() => Add("-copyts", "-start_at_zero", "-noaccurate_seek");

    /// <summary>Pictures come out as they leave the filters: none is doubled or dropped to keep a rate.</summary>
    public FfmpegArguments EveryPicture() => Add("-vsync", "passthrough");

    /// <summary>A sound file that the studio wrote itself.</summary>
    public FfmpegArguments WavInput(string path, TimeSpan? from = null, TimeSpan? length = null)
        => ForcedInput("wav", path, InputGuards.OwnWav, from, length);

    /// <summary>Pieces of H.264 that the studio wrote itself, one after the other.</summary>
    public FfmpegArguments OwnListInput(string path)
    {
        Add("-protocol_whitelist", "file,pipe", "-f", "concat", "-format_whitelist", "concat,mov", "-codec_whitelist", "h264");
        return Add("-safe", "0", "-i", "file:" + path);
    }

    /// <summary>Frames fed through the standard input, back to back without padding.</summary>
    public FfmpegArguments RawVideoInput(int width, int height, int framesPerSecond, string pixelFormat = "yuv420p")
    {
        Add("-protocol_whitelist", "pipe,file", "-f", "rawvideo", "-format_whitelist", "rawvideo");
        Add("-pix_fmt", pixelFormat, "-video_size", $"{Number(width)}x{Number(height)}");
        return Add("-framerate", Number(framesPerSecond), "-i", "pipe:0");
    }

    /// <summary>Samples fed through the standard input.</summary>
    /// <param name="sampleFormat"><c>s16le</c> or <c>f32le</c>.</param>
    public FfmpegArguments RawSoundInput(int sampleRate, int channels, string sampleFormat = "s16le")
    {
        Add("-protocol_whitelist", "pipe,file", "-f", sampleFormat, "-format_whitelist", sampleFormat);
        return Add("-ar", Number(sampleRate), "-ac", Number(channels), "-i", "pipe:0");
    }

    /// <summary>An input of silence. It has no end: limit the output.</summary>
    public FfmpegArguments SilenceInput(int sampleRate)
        => Add("-f", "lavfi", "-i", $"anullsrc=channel_layout=stereo:sample_rate={Number(sampleRate)}");

    /// <summary>Filters of the one picture stream. Made of names and numbers; what a user wrote goes into a file.</summary>
    public FfmpegArguments VideoFilter(string filters) => Add("-vf", filters);

    /// <inheritdoc cref="VideoFilter"/>
    public FfmpegArguments AudioFilter(string filters) => Add("-af", filters);

    /// <summary>A graph over several inputs (<c>-filter_complex</c>).</summary>
    public FfmpegArguments FilterGraph(string graph) => Add("-filter_complex", graph);

    /// <param name="stream">Such as <c>0:v:0</c>, <c>1:a:0?</c> or <c>[mixed]</c>.</param>
    public FfmpegArguments Map(string stream) => Add("-map", stream);

    public FfmpegArguments NoVideo() => Add("-vn");

    public FfmpegArguments NoAudio() => Add("-an");

    /// <summary>Nothing of the sources' titles, places, chapters, subtitles and attachments goes into the output.</summary>
    public FfmpegArguments StripMetadata() => Add("-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn");

    /// <param name="preset">x264's, such as <c>veryfast</c>.</param>
    /// <param name="quality">x264's CRF: 0 lossless, 51 worst.</param>
    public FfmpegArguments H264(string preset, double quality, int keyframeInterval)
        => Add("-c:v", "libx264", "-preset", preset, "-crf", Number(quality), "-g", Number(keyframeInterval), "-pix_fmt", "yuv420p");

    /// <summary>Says in the stream that its colours are BT.709, limited range. Converts nothing.</summary>
    public FfmpegArguments Bt709()
        => Add("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv");

    public FfmpegArguments Aac(int kilobitsPerSecond, int sampleRate = 48000)
        => Add("-c:a", "aac", "-b:a", $"{Number(kilobitsPerSecond)}k", "-ar", Number(sampleRate), "-ac", "2");

    public FfmpegArguments VideoCodec(string encoder) => Add("-c:v", encoder);

    public FfmpegArguments AudioCodec(string encoder) => Add("-c:a", encoder);

    public FfmpegArguments PixelFormat(string format) => Add("-pix_fmt", format);

    /// <summary>The output's frame rate: frames are doubled or dropped to keep it.</summary>
    public FfmpegArguments FrameRate(int framesPerSecond) => Add("-r", Number(framesPerSecond));

    public FfmpegArguments SampleRate(int samplesPerSecond) => Add("-ar", Number(samplesPerSecond));

    public FfmpegArguments Channels(int count) => Add("-ac", Number(count));

    public FfmpegArguments Threads(int count) => Add("-threads", Number(count));

    /// <summary>The most that the output may last. Every output has this or <see cref="Frames"/>.</summary>
    public FfmpegArguments Duration(TimeSpan value) => Add("-t", Seconds(value));

    /// <summary>The most pictures of the output.</summary>
    public FfmpegArguments Frames(int count) => Add("-frames:v", Number(count));

    /// <summary>The most bytes of the output. ffmpeg ends there without an error.</summary>
    public FfmpegArguments FileSize(long bytes) => Add("-fs", Number(bytes));

    /// <summary>For what has no method of its own. The name is without its dash.</summary>
    public FfmpegArguments Option(string name, string value) => Add("-" + name, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public FfmpegArguments Option(string name, double value) => Add("-" + name, Number(value));

    /// <summary>The file that is written, in a named format.</summary>
    public FfmpegArguments Output(string muxer, string path) => Add("-f", muxer, "file:" + path);

    /// <summary>An MP4 whose index stands in front, so that it plays while it loads.</summary>
    public FfmpegArguments FastStartOutput(string path, string muxer = "mp4")
        => Add("-movflags", "+faststart").Output(muxer, path);

    /// <summary>Decoded frames on the standard output.</summary>
    public FfmpegArguments RawVideoOutput(string pixelFormat) => Add("-f", "rawvideo", "-pix_fmt", pixelFormat, "pipe:1");

    /// <summary>Decoded samples on the standard output.</summary>
    /// <param name="sampleFormat"><c>s16le</c> or <c>f32le</c>.</param>
    public FfmpegArguments RawSoundOutput(string sampleFormat, int sampleRate, int channels)
        => Add("-f", sampleFormat, "-ar", Number(sampleRate), "-ac", Number(channels), "pipe:1");

    /// <summary>Decodes and keeps nothing: a test.</summary>
    public FfmpegArguments NoOutput() => Add("-f", "null", "-");

    /// <summary>A line for each packet on the standard output (ffmpeg's <c>framecrc</c>), after lines that tell the size of the picture.</summary>
    public FfmpegArguments PacketListOutput() => Add("-f", "framecrc", "pipe:1");

    public IReadOnlyList<string> Build() => [.. _arguments];

    // ffmpeg reads "1.5" and nothing else, whatever the machine's language.
    private static string Seconds(TimeSpan value) => Number(value.TotalSeconds);

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private FfmpegArguments Add(params ReadOnlySpan<string> arguments)
    {
        _arguments.AddRange(arguments);
        return this;
    }
}
