namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>A file as ffprobe describes it.</summary>
/// <param name="Duration">Of the container; null when it does not say.</param>
internal sealed record ProbedMedia(IReadOnlyList<ProbedStream> Streams, TimeSpan? Start, TimeSpan? Duration)
{
    public ProbedStream? Video => Streams.FirstOrDefault(stream => stream is { Type: "video", IsCover: false });

    public ProbedStream? Sound => Streams.FirstOrDefault(stream => stream.Type == "audio");
}
