using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>The timeline under the hands of one message, and the notes on what was done and what could not be.</summary>
internal sealed class EditDesk(VideoTimeline timeline, TurnInput input)
{
    private readonly List<string> _steps = [];
    private readonly List<(EditOperation? Of, string Problem, bool IsFault)> _problems = [];
    private readonly Dictionary<string, TimeSpan> _lastFrames = [];

    public VideoTimeline Timeline { get; private set; } = timeline;

    public TurnInput Input { get; } = input;

    public IReadOnlyList<Asset> Assets => Input.Assets;

    /// <summary>No timeline stood there before this message.</summary>
    public bool IsNew { get; } = input.Current is null or { IsEmpty: true };

    /// <summary>Nobody said how long the video or a shot shall be.</summary>
    public bool LengthsAreOpen { get; init; }

    public IReadOnlyList<string> Steps => _steps;

    /// <summary>What the user must hear: what could not be done, and what to know of what was.</summary>
    public IEnumerable<string> Problems => _problems.Select(row => row.Problem);

    /// <summary>What could not be done as it was asked for, and by which operation.</summary>
    public IEnumerable<(EditOperation? Of, string Problem)> Faults => _problems.Where(row => row.IsFault).Select(row => (row.Of, row.Problem));

    /// <summary>The operation that is being applied.</summary>
    public EditOperation? Now { get; set; }

    /// <summary>Shots whose length this message gives; a total shares the rest among the others.</summary>
    public ISet<string> GivenLengths { get; } = new HashSet<string>();

    /// <summary>Titles of which nobody said when they come.</summary>
    public ISet<string> OpenTitles { get; } = new HashSet<string>();

    public Asset? Find(string? id) => Assets.FirstOrDefault(asset => asset.Id == id) ?? (id is not null && Input.BrandLogo?.Id == id ? Input.BrandLogo : null);

    /// <summary>How much source there is to show; what this message cut away does not come back.</summary>
    public TimeSpan SourceLength(PictureSegment shot) => _lastFrames.TryGetValue(shot.Id, out var last) ? last
        : Find(shot.Source)?.Duration is { } length && length > shot.Out ? length : shot.Out;

    public void Change(VideoTimeline changed, string step)
    {
        Timeline = changed;
        _steps.Add(step);
    }

    /// <summary>A change that belongs to one already told.</summary>
    public void Amend(VideoTimeline changed) => Timeline = changed;

    /// <summary>A change that takes material away for good.</summary>
    public void Trim(VideoTimeline changed, string step)
    {
        var before = Timeline.Shots().Select(shot => (shot.Id, shot.Out)).ToHashSet();
        Change(changed, step);
        foreach (var shot in changed.Shots().Where(shot => !before.Contains((shot.Id, shot.Out))))
        {
            _lastFrames[shot.Id] = shot.Out;
        }
    }

    public void CannotDo(string problem) => _problems.Add((Now, problem, true));

    /// <summary>It was done, and this is worth knowing.</summary>
    public void Mention(string note) => _problems.Add((Now, note, false));

    /// <summary>The shots that are meant, or a note that there are none.</summary>
    public IReadOnlyList<int> Resolve(ShotReference shots)
    {
        var indices = shots.Resolve(Timeline);
        if (indices.Count == 0)
        {
            var count = Timeline.Shots().Count;
            CannotDo(shots is { MediaId: null, First: > 0 }
                ? $"There is no {Words.Nth(shots.First)} {shots.Noun()}; the video has {Words.Count(count, "shot")}."
                : $"I could not find {shots.Describe(Assets)} on the timeline.");
        }

        return indices;
    }
}
