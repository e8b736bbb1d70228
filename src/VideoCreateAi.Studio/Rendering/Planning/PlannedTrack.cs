using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Planning;

internal sealed record PlannedTrack(PictureRole Role, IReadOnlyList<PlannedShot> Shots);
