namespace VideoCreateAi.Studio.Audio.Mixing;

/// <summary>What a take is to the mix.</summary>
internal enum SoundBus
{
    Music,

    /// <summary>Music that gets out of the way of <see cref="Speech"/>.</summary>
    DuckedMusic,

    /// <summary>Voiceover and effects.</summary>
    Speech,

    /// <summary>What the clips recorded.</summary>
    Clip,
}
