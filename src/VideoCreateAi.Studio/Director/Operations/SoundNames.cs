namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>What a sound file is for, by its name, where the message does not say.</summary>
internal static class SoundNames
{
    private static readonly string[] s_spoken = ["voice", "narrat", "speech", "vo_", "spoken", "talk", "旁白", "配音", "解说", "朗读", "录音", "ナレ", "朗読", "내레이션", "나레이션", "더빙", "narrac", "locuci", "voix", "stimme", "sprecher", "voz", "озвуч", "диктор"];

    public static bool IsSong(Asset asset) => asset.Kind == AssetKind.Audio && !IsSpoken(asset.Name);

    public static bool IsSpoken(string name) => s_spoken.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
