using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Audio.Voice;

/// <summary>Speaks with the voices of Windows, which PowerShell can reach.</summary>
internal sealed class WindowsSpeaker(IToolRunner tools) : ISpeaker
{
    private const string Script = """
        param([string]$Language)
        Add-Type -AssemblyName System.Speech
        $speaker = New-Object System.Speech.Synthesis.SpeechSynthesizer
        $voice = $speaker.GetInstalledVoices() | Where-Object { $_.Enabled -and $_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq $Language } | Select-Object -First 1
        if ($voice) { $speaker.SelectVoice($voice.VoiceInfo.Name) }
        $format = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo(22050, [System.Speech.AudioFormat.AudioBitsPerSample]::Sixteen, [System.Speech.AudioFormat.AudioChannel]::Mono)
        $speaker.SetOutputToWaveFile((Join-Path (Get-Location) 'spoken.wav'), $format)
        $speaker.Speak([System.IO.File]::ReadAllText((Join-Path (Get-Location) 'words.txt'), [System.Text.Encoding]::UTF8))
        $speaker.Dispose()
        """;

    public bool IsInstalled => OperatingSystem.IsWindows() && tools.IsInstalled(MediaTool.PowerShell);

    public string Identity => $"sapi {Environment.OSVersion.Version}";

    public async Task<Recording> SpeakAsync(IReadOnlyList<string> words, string language, string workFolder, CancellationToken cancellationToken)
    {
        var (script, path) = (Path.Combine(workFolder, "speak.ps1"), Path.Combine(workFolder, "spoken.wav"));
        await File.WriteAllTextAsync(script, Script, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(workFolder, "words.txt"), string.Join(' ', words.Select(SpokenWords.Plain)), cancellationToken);
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.PowerShell,
                Arguments = ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", script, language],
                WorkFolder = workFolder,
                Limits = ToolLimits.Decode,
            },
            cancellationToken);
        var times = WordPacing.Guess(MonoWave.Read(path), words);
        return new Recording(path, [.. words.Zip(times, (word, time) => new TimedWord(WholeMilliseconds.Of(time.Start * 1000), WholeMilliseconds.Of(time.End * 1000), word))]);
    }
}
