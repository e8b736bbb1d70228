using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>The timeline under the hands of one message, and the notes on what was done and what could not be.</summary>
internal sealed class EditDesk(VideoTimeline timeline, TurnInput input)
{
    private readonly List<string> _steps = [];
    private readonly List<string> _problems = [];

    public VideoTimeline Timeline { get; private set; } = timeline;

    public TurnInput Input { get; } = input;

    public IReadOnlyList<Asset> Assets => Input.Assets;

    /// <summary>No timeline stood there before this message.</summary>
    public bool IsNew { get; } = input.Current is null or { IsEmpty: true };

    public IReadOnlyList<string> Steps => _steps;

    public IReadOnlyList<string> Problems => _problems;

    public Asset? Find(string? id) => Assets.FirstOrDefault(asset => asset.Id == id);

    /// <summary>How much source there is to show.</summary>
    public TimeSpan SourceLength(PictureSegment shot) => Find(shot.Source)?.Duration is { } length && length > shot.Out ? length : shot.Out;

    public void Change(VideoTimeline changed, string step)
    {
        Timeline = changed;
        _steps.Add(step);
    }

    public void CannotDo(string problem) => _problems.Add(problem);

    /// <summary>The shots that are meant, or a note that there are none.</summary>
    public IReadOnlyList<int> Resolve(ShotReference shots)
    {
        var indices = shots.Resolve(Timeline);
        if (indices.Count == 0)
        {
            CannotDo($"I could not find {shots.Describe(Assets)} on the timeline.");
        }

        return indices;
    }
}
