namespace VideoCreateAi.Studio.Rendering.Parts;

/// <summary>What a part of a render is.</summary>
internal enum PartKind
{
    Picture,

    /// <summary>All of the sound, mixed and encoded.</summary>
    Sound,
}
