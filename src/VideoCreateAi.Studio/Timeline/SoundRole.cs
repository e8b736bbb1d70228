namespace VideoCreateAi.Studio.Timeline;

internal enum SoundRole
{
    Music,
    Voiceover,
    Effect,
}
