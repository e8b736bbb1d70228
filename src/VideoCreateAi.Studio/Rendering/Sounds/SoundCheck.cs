using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Rendering.Sounds;

/// <summary>Decodes a finished sound file to its end.</summary>
internal sealed class SoundCheck(IToolRunner tools)
{
    private const int PieceBytes = 256 * 1024;
    private const int BytesOfSample = sizeof(short) * SoundFormat.Channels;

    /// <returns>How long it sounds, without what its container says is no part of it.</returns>
    public async Task<TimeSpan> MeasureAsync(string path, OutputFormat format, string workFolder, CancellationToken cancellationToken)
    {
        var bytes = 0L;
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = new FfmpegArguments()
                    .StopAtErrors()
                    .ForcedInput(format == OutputFormat.Wav ? "wav" : "mp3", path, InputGuards.Sound)
                    .Map("0:a:0")
                    .RawSoundOutput("s16le", SoundFormat.SampleRate, SoundFormat.Channels)
                    .Build(),
                WorkFolder = workFolder,
                Inputs = [path],
                Limits = SoundFormat.Limits,
                Read = CountAsync,
            },
            cancellationToken);
        return TimeSpan.FromSeconds((double)(bytes / BytesOfSample) / SoundFormat.SampleRate);

        async Task CountAsync(Stream stream, CancellationToken token)
        {
            var buffer = new byte[PieceBytes];
            while (await stream.ReadAsync(buffer, token) is var read and > 0)
            {
                bytes += read;
            }
        }
    }
}
