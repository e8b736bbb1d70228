using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Parts;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.FarmTests.Simulation;

/// <summary>Cuts what is called long into so many parts. Nothing is rendered.</summary>
internal sealed class SimulatedRenderer(int pieces) : IPartRenderer
{
    public Task<IReadOnlyList<RenderPart>?> CutAsync(
        string name, VideoTimeline timeline, RenderSettings settings, IMediaFiles media, string workFolder, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RenderPart>?>(name.StartsWith("long", StringComparison.Ordinal)
            ? [.. Enumerable.Range(0, pieces).Select(number => new RenderPart(number, PartKind.Picture, $"{name}part{number}", new FrameRange(number * 10, (number * 10) + 10)))]
            : null);

    public Task MakeAsync(
        RenderPart part, VideoTimeline timeline, RenderSettings settings, IMediaFiles media, string workFolder, IProgress<int> framesDone, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<RenderedFile> JoinAsync(
        IReadOnlyList<RenderPart> parts, VideoTimeline timeline, RenderSettings settings, IMediaFiles media, string workFolder, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
