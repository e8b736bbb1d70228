using System.Text.Json;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Drafts;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Projects;

/// <summary>Takes a whole draft from outside as a project's next version.</summary>
internal sealed class DraftService(ProjectStore projects)
{
    private const int MostConflicts = 5;

    /// <summary>Its parent is the version that was current, so that "undo" takes it back. The draft that is there already
    /// makes no version.</summary>
    /// <exception cref="DraftException">It is not a timeline that this project can have.</exception>
    public async Task RestoreAsync(ProjectRecord project, JsonElement draft, CancellationToken cancellationToken)
    {
        var text = await ReadAsync(project, draft, cancellationToken);
        for (var attempt = 0; attempt < MostConflicts; attempt++)
        {
            var head = await projects.VersionAsync(project.SessionId, project.Head, cancellationToken);
            if (head?.Draft == text
                || await projects.SaveAsync(project.SessionId, project.Head, project.Head, "restore", "restore", text, cancellationToken) is not null)
            {
                return;
            }

            // A turn came first: the restored draft follows what it made.
            project = await projects.FindAsync(project.UserId, project.SessionId, cancellationToken)
                ?? throw new DraftException("The project was deleted meanwhile.");
        }

        throw new DraftException("The project is being changed by somebody else. Try again.");
    }

    /// <returns>In the studio's own spelling; null for no timeline.</returns>
    private async Task<string?> ReadAsync(ProjectRecord project, JsonElement json, CancellationToken cancellationToken)
    {
        if (json.ValueKind == JsonValueKind.Null || (json.ValueKind == JsonValueKind.Object && json.GetPropertyCount() == 0))
        {
            return null;
        }

        var timeline = DraftCodec.ToTimeline(Deserialize(json));
        if (TimelineRules.Faults(timeline) is [var fault, ..])
        {
            throw new DraftException(fault);
        }

        var own = (await projects.MediaAsync(project.SessionId, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        if (SourcesOf(timeline).Any(source => !own.Contains(source)))
        {
            throw new DraftException("That timeline shows files that are no longer in this project. Add them again and make the edit anew.");
        }

        return JsonSerializer.Serialize(DraftCodec.ToDraft(timeline), WireJson.Default.Draft);
    }

    private static Draft Deserialize(JsonElement json)
    {
        try
        {
            return json.Deserialize(WireJson.Default.Draft)!;
        }
        catch (JsonException)
        {
            throw new DraftException("That is not a timeline.");
        }
    }

    private static IEnumerable<string> SourcesOf(VideoTimeline timeline) =>
        timeline.PictureTracks.SelectMany(track => track.Segments).Select(segment => segment.Source)
            .Concat(timeline.SoundTracks.SelectMany(track => track.Segments).Select(segment => segment.Source))
            .OfType<string>();
}
