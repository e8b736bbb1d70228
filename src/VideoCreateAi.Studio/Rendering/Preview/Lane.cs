namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>A row under the pictures: one track over the time axis.</summary>
internal sealed record Lane(LaneKind Kind, IReadOnlyList<LaneBar> Bars);
