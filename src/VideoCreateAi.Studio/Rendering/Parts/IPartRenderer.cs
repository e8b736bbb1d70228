using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Parts;

/// <summary>Makes a render in parts, each of them here or elsewhere, and puts them together. Knows no queue and no database.</summary>
internal interface IPartRenderer
{
    /// <summary>Cuts a render into parts.</summary>
    /// <param name="name">Of the render; it becomes part of the keys of what only this render uses.</param>
    /// <returns>Null when it is short, of a format that is made in one go, or all of it is copied.</returns>
    /// <exception cref="RenderException">It cannot be rendered.</exception>
    Task<IReadOnlyList<RenderPart>?> CutAsync(
        string name, VideoTimeline timeline, RenderSettings settings, IMediaFiles media, string workFolder, CancellationToken cancellationToken);

    /// <summary>Makes a part, whose file is then in the cache under its key.</summary>
    /// <param name="framesDone">How many of its frames are done.</param>
    /// <exception cref="RenderException">It cannot be made here.</exception>
    Task MakeAsync(
        RenderPart part, VideoTimeline timeline, RenderSettings settings, IMediaFiles media, string workFolder, IProgress<int> framesDone,
        CancellationToken cancellationToken);

    /// <summary>Puts parts together whose files are in the cache, and checks what came of it.</summary>
    /// <exception cref="RenderException">A part is not there, or the file is not what was planned.</exception>
    Task<RenderedFile> JoinAsync(
        IReadOnlyList<RenderPart> parts, VideoTimeline timeline, RenderSettings settings, IMediaFiles media, string workFolder, CancellationToken cancellationToken);
}
