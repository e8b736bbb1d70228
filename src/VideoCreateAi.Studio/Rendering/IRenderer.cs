using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering;

/// <summary>From a timeline to a finished, verified file. Knows no queue and no database.</summary>
internal interface IRenderer
{
    /// <summary>Renders into <paramref name="workFolder"/>, which is the caller's to delete.</summary>
    /// <param name="progress">Fraction done, 0 to 1, monotone.</param>
    /// <exception cref="RenderException">It cannot be rendered; the message says why and what to do.</exception>
    Task<RenderedFile> RenderAsync(
        VideoTimeline timeline,
        RenderSettings settings,
        IMediaFiles media,
        string workFolder,
        IProgress<double> progress,
        CancellationToken cancellationToken);
}
