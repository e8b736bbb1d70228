namespace VideoCreateAi.Studio.Audio.Voice;

/// <summary>A program of the system that speaks.</summary>
internal interface ISpeaker
{
    bool IsInstalled { get; }

    /// <summary>Changes when the same words would sound otherwise.</summary>
    string Identity { get; }

    /// <summary>Speaks into a WAV file of 16-bit mono in the folder.</summary>
    /// <param name="words">The text in the words that times are wanted of.</param>
    /// <param name="language">As <see cref="SpokenLanguage"/> names it.</param>
    Task<Recording> SpeakAsync(IReadOnlyList<string> words, string language, string workFolder, CancellationToken cancellationToken);
}
