namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>What a lane of the sheet shows.</summary>
internal enum LaneKind
{
    Video,
    Overlay,
    Title,
    Caption,
    Music,
    Voice,
    Effect,
}
