using System.Text;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Audio.Voice;

/// <summary>Speaks with the voices of macOS.</summary>
internal sealed class SaySpeaker(IToolRunner tools) : ISpeaker
{
    public bool IsInstalled => OperatingSystem.IsMacOS() && tools.IsInstalled(MediaTool.Say);

    public string Identity => $"say {Environment.OSVersion.Version}";

    public async Task<Recording> SpeakAsync(IReadOnlyList<string> words, string language, string workFolder, CancellationToken cancellationToken)
    {
        var (text, path) = (Path.Combine(workFolder, "words.txt"), Path.Combine(workFolder, "spoken.wav"));
        await File.WriteAllTextAsync(text, string.Join(' ', words.Select(SpokenWords.Plain)), cancellationToken);
        List<string> arguments = ["-f", text, "-o", path, "--file-format=WAVE", "--data-format=LEI16@22050"];
        if (await VoiceForAsync(language, workFolder, cancellationToken) is { } voice)
        {
            arguments.AddRange(["-v", voice]);
        }

        await RunAsync(arguments, workFolder, null, cancellationToken);
        var times = WordPacing.Guess(MonoWave.Read(path), words);
        return new Recording(path, [.. words.Zip(times, (word, time) => new TimedWord(WholeMilliseconds.Of(time.Start * 1000), WholeMilliseconds.Of(time.End * 1000), word))]);
    }

    // A line of its list: name, language, a sentence behind a number sign. Names can have several words.
    private async Task<string?> VoiceForAsync(string language, string workFolder, CancellationToken cancellationToken)
    {
        using var list = new MemoryStream();
        await RunAsync(["-v", "?"], workFolder, (output, stop) => output.CopyToAsync(list, stop), cancellationToken);
        foreach (var line in Encoding.UTF8.GetString(list.ToArray()).Split('\n'))
        {
            var words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 1 && words[^1].StartsWith(language + "_", StringComparison.OrdinalIgnoreCase))
            {
                return string.Join(' ', words[..^1]);
            }
        }

        return null;
    }

    private Task RunAsync(IReadOnlyList<string> arguments, string workFolder, Func<Stream, CancellationToken, Task>? read, CancellationToken cancellationToken) =>
        tools.RunAsync(
            new ToolRun { Tool = MediaTool.Say, Arguments = arguments, WorkFolder = workFolder, Limits = ToolLimits.Decode, Read = read }, cancellationToken);
}
