using System.Text.Json.Serialization;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>A job's row in the ledger.</summary>
internal sealed record Job
{
    public required string Id { get; init; }

    public required string ProjectId { get; init; }

    /// <summary>The tool that began it.</summary>
    public required string Tool { get; init; }

    public required JobPlan Plan { get; init; }

    /// <summary>Digest of what was asked, by which a repeated call is known; empty = not to be joined.</summary>
    public string Request { get; init; } = "";

    /// <summary>The caller's idempotency key with the backend in front; null = none was given.</summary>
    public string? Key { get; init; }

    /// <summary>The videos of a batch, or the files of an export for several platforms; empty for all other jobs.</summary>
    public IReadOnlyList<BatchItem> Items { get; init; } = [];

    /// <summary>Which of <see cref="Items"/> is being made: <see cref="Plan"/> and all that is told below is of that one.</summary>
    public int Item { get; init; }

    public JobState State { get; init; } = JobState.Running;

    public JobStage Stage { get; init; } = JobStage.Uploading;

    /// <summary>Mark of the project's state before the message was sent; null = nothing was sent yet.</summary>
    public string? StateBefore { get; init; }

    /// <summary>The backend's session that the message was sent to; null = nothing was sent yet.</summary>
    public string? SessionId { get; init; }

    /// <summary>Credits that were available before a message that may cost; null = not known or free.</summary>
    public int? CreditsBefore { get; init; }

    /// <summary>Credits that it was expected to cost; 0 where nothing costs.</summary>
    public int Estimate { get; init; }

    /// <summary>Credits that it cost, by the balance before and after; null = not known or free.</summary>
    public int? Charged { get; init; }

    /// <summary>Chosen by us and written down before the render is submitted.</summary>
    public string? RenderId { get; init; }

    /// <summary>Digest of the draft that is rendered, written down with its id.</summary>
    public string? RenderedDraft { get; init; }

    /// <summary>Digest of the timeline that all files of one export show, which is kept until they are made; null = not read yet.</summary>
    public string? KeptDraft { get; init; }

    /// <summary>The step of the history that is rendered in place of the backend's own timeline; null = that is rendered.</summary>
    public int? RenderedStep { get; init; }

    public IReadOnlyList<UploadedItem> Uploaded { get; init; } = [];

    /// <summary>What the backend said, without the words of its own interface.</summary>
    public string? Reply { get; init; }

    /// <summary>What the backend would have had the user click next, as calls that do it.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    public IReadOnlyList<string> Changes { get; init; } = [];

    public ExportedFile? Export { get; init; }

    public string? ErrorCode { get; init; }

    public string? Error { get; init; }

    /// <summary>The process that works on it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Percent, 0 to 100.</summary>
    public double Progress { get; init; }

    public DateTimeOffset Created { get; init; }

    /// <summary>True when its items are videos, each with an edit of its own; else they are files of one timeline.</summary>
    [JsonIgnore]
    public bool MakesVideos => Items.Any(item => item.Plan.Message is not null);

    /// <summary>True when its items are files of one timeline.</summary>
    [JsonIgnore]
    public bool MakesFiles => Items.Count > 0 && !MakesVideos;

    [JsonIgnore]
    public bool ChangesTimeline => MakesVideos || Plan.Message is not null || Plan.Restore is not null;

    /// <summary>True while it keeps other edits of its project waiting.</summary>
    [JsonIgnore]
    public bool HoldsProject => State == JobState.Running && (MakesVideos || (ChangesTimeline && Stage is (JobStage.Uploading or JobStage.Editing)));

    /// <summary>True from the moment at which the message counts as sent until it is known what came of it.</summary>
    [JsonIgnore]
    public bool MayHaveBeenSent => Stage == JobStage.Editing && StateBefore is not null;

    /// <summary>True once its end has been told to a client.</summary>
    public bool Delivered { get; init; }

    /// <summary>Each of its exports as if it were a job of its own, the newest first.</summary>
    public IEnumerable<Job> Exports()
    {
        if (Items.Count == 0 || Items[Item].State is null)
        {
            yield return this;
        }

        foreach (var item in Items.Where(item => item.RenderedDraft is not null).Reverse())
        {
            yield return this with
            {
                Items = [], Plan = item.Plan, State = item.State ?? State, RenderId = item.RenderId, RenderedDraft = item.RenderedDraft,
                Export = item.Export, ErrorCode = item.ErrorCode,
            };
        }
    }
}
