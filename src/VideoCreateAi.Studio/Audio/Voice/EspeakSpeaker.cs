using System.Globalization;
using System.Text;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Audio.Voice;

/// <summary>Speaks with espeak-ng. Its voice is a machine's, and it is small, quick and knows a hundred languages.</summary>
internal sealed class EspeakSpeaker(IToolRunner tools) : ISpeaker
{
    // Calmer and lower than it speaks by itself: less of a machine in a hurry.
    private const string WordsPerMinute = "150";
    private const string Pitch = "42";

    // Sign 1, a number and A set the loudness from there on. Its cost is a pause of 7 ms, so every word has one.
    private const string Full = "\u0001100A";
    private const string Soft = "\u000130A";

    // Where its voice is not named as the language. Its plain Chinese voice reads most signs by the English names of their
    // letters; the one for Pinyin reads the signs themselves as well.
    private static readonly (string Language, string Voice)[] s_voices = [("en", "en-us"), ("zh", "cmn-latn-pinyin"), ("fr", "fr-fr"), ("pt", "pt-br")];

    public bool IsInstalled => tools.IsInstalled(MediaTool.Espeak);

    public string Identity => tools.PathOf(MediaTool.Espeak) is { } path && new FileInfo(path) is { Exists: true } file
        ? string.Create(CultureInfo.InvariantCulture, $"espeak {file.Length} {file.LastWriteTimeUtc.Ticks} {WordsPerMinute} {Pitch}")
        : "";

    public async Task<Recording> SpeakAsync(IReadOnlyList<string> words, string language, string workFolder, CancellationToken cancellationToken)
    {
        var even = await SpeakAsync(words, _ => false, language, workFolder, "even", cancellationToken);
        var marked = await SpeakAsync(words, i => i % 2 == 1, language, workFolder, "marked", cancellationToken);
        var spoken = MonoWave.Read(even);
        var times = WordMarks.Find(spoken, MonoWave.Read(marked), words.Count) ?? WordPacing.Guess(spoken, words);
        return new Recording(even, [.. words.Zip(times, (word, time) => new TimedWord(Milliseconds(time.Start), Milliseconds(time.End), word))]);
    }

    private async Task<string> SpeakAsync(
        IReadOnlyList<string> words, Func<int, bool> isSoft, string language, string workFolder, string name, CancellationToken cancellationToken)
    {
        var (text, path) = (Path.Combine(workFolder, name + ".txt"), Path.Combine(workFolder, name + ".wav"));
        await File.WriteAllTextAsync(text, Marked(words, isSoft), cancellationToken);
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Espeak,
                Arguments = ["-v", VoiceFor(language), "-s", WordsPerMinute, "-p", Pitch, "-b", "1", "-f", text, "-w", path],
                WorkFolder = workFolder,
                Limits = ToolLimits.Decode,
            },
            cancellationToken);
        return path;
    }

    private static string Marked(IReadOnlyList<string> words, Func<int, bool> isSoft)
    {
        var marked = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            var isSign = SpokenWords.StandsAlone(Rune.GetRuneAt(words[i], 0));
            marked.Append(isSoft(i) ? Soft : Full).Append(SpokenWords.Plain(words[i])).Append(isSign ? "" : " ");
        }

        return marked.Append('\n').ToString();
    }

    private static string VoiceFor(string language) => Array.Find(s_voices, row => row.Language == language).Voice ?? language;

    private static TimeSpan Milliseconds(double seconds) => WholeMilliseconds.Of(seconds * 1000);
}
