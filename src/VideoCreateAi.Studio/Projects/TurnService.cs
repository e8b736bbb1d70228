using System.Text.Json;
using VideoCreateAi.Protocol;
using VideoCreateAi.Studio.Audio.Composing;
using VideoCreateAi.Studio.Director;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Projects;

/// <summary>One message from reading to saving: the director's pure work between two reads and one write of the store.</summary>
internal sealed class TurnService(
    ProjectStore projects, BrandStore brands, IMediaFiles media, IDirector director, VoiceRehearsal rehearsal, FontCoverage fonts)
{
    /// <summary>As far as "undo" goes back.</summary>
    private const int UndoDepth = 100;

    private const int MostConflicts = 5;

    /// <summary>Reads the message and saves what came of it as the project's next version.</summary>
    /// <param name="operations">Exact edits in place of the message's words; null = the message is read.</param>
    public async Task<TurnResult> RunAsync(ProjectRecord project, string message, JsonElement? operations, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostConflicts; attempt++)
        {
            var lineage = await projects.LineageAsync(project.SessionId, project.Head, UndoDepth, cancellationToken);
            var assets = await AssetsAsync(project.SessionId, cancellationToken);
            var brand = await brands.FindAsync(project.UserId, cancellationToken);
            await media.HaveAsync(brand?.Logo is { } mark ? [mark] : [], withContent: false, cancellationToken);
            var logo = brand?.Logo is { } id && assets.TrueForAll(asset => asset.Id != id) && media.Find(id) is { } file ? AssetOf(file) : null;
            var input = new TurnInput(message, TimelineOf(lineage, 0), assets, PreviousTimelines(lineage))
            {
                Tempi = Tempi, Brand = brand, BrandLogo = logo, Operations = operations, Undone = await UndoneAsync(project.SessionId, lineage, cancellationToken),
                LastLanguage = lineage.Count > 0 ? Languages.Of(lineage[0].Message, last: null).Main.Code : null,
            };
            var result = await WithFontsAsync(await DirectAsync(input, cancellationToken), input.Current, cancellationToken);
            if (await SaveAsync(project, lineage, message, result, cancellationToken))
            {
                await KeepBrandAsync(project, result, logo, cancellationToken);
                return result;
            }

            // Another turn came first: read again and decide on what is there now.
            project = await projects.FindAsync(project.UserId, project.SessionId, cancellationToken)
                ?? throw new InvalidOperationException("The project vanished during a turn.");
        }

        throw new InvalidOperationException($"The project changed {MostConflicts} times during one turn.");
    }

    /// <summary>Says of new words what no font can draw, while they are easily changed.</summary>
    private async Task<TurnResult> WithFontsAsync(TurnResult result, VideoTimeline? before, CancellationToken cancellationToken)
    {
        if (result is not TurnResult.Changed changed)
        {
            return result;
        }

        var known = (before?.TextTracks ?? []).SelectMany(track => track.Segments).Select(text => text.Text).ToHashSet();
        var fresh = changed.Timeline.TextTracks.SelectMany(track => track.Segments).Where(text => !known.Contains(text.Text));
        return await fonts.NoteAsync(fresh, cancellationToken) is { } note ? changed with { Reply = $"{changed.Reply} {note}" } : result;
    }

    // A text's length is known when it was spoken: then the director decides once more, with the voice in its ear.
    private async Task<TurnResult> DirectAsync(TurnInput input, CancellationToken cancellationToken)
    {
        var narrator = rehearsal.Begin();
        var result = director.Direct(input with { Narrator = narrator });
        return result is TurnResult.Changed changed && await rehearsal.HearAsync(narrator, changed.Timeline, cancellationToken) is { } heard
            ? director.Direct(input with { Narrator = heard })
            : result;
    }

    private static TempoBand Tempi(string? mood) =>
        MoodBands.Of(MoodWords.StyleFor(mood)) is var band ? new TempoBand(band.Slowest, band.Fastest) : default;

    private static List<VideoTimeline?> PreviousTimelines(IReadOnlyList<ProjectVersion> lineage)
    {
        List<VideoTimeline?> previous = [.. Enumerable.Range(1, Math.Max(0, lineage.Count - 1)).Select(index => TimelineOf(lineage, index))];
        if (lineage is [.., { Parent: 0 }])
        {
            previous.Add(null);
        }

        return previous;
    }

    /// <summary>What stood there before each undo that nothing has followed since but undoing and redoing.</summary>
    private async Task<IReadOnlyList<VideoTimeline?>> UndoneAsync(string sessionId, IReadOnlyList<ProjectVersion> lineage, CancellationToken cancellationToken)
    {
        if (lineage is not [{ Summary: TextDirector.Undo or TextDirector.Redo } head, ..])
        {
            return [];
        }

        List<VideoTimeline?> undone = [];
        var latest = await projects.LatestAsync(sessionId, head.Sequence, UndoDepth, cancellationToken);
        var redone = 0;
        for (var step = 0; step + 1 < latest.Count && latest[step].Summary is TextDirector.Undo or TextDirector.Redo; step++)
        {
            if (latest[step].Summary == TextDirector.Redo)
            {
                redone++;
            }
            else if (redone > 0)
            {
                redone--;
            }
            else
            {
                undone.Add(TimelineOf(latest, step + 1));
            }
        }

        return undone;
    }

    private static VideoTimeline? TimelineOf(IReadOnlyList<ProjectVersion> lineage, int index) =>
        index < lineage.Count && lineage[index].Draft is { } json
            ? DraftCodec.ToTimeline(JsonSerializer.Deserialize(json, WireJson.Default.Draft)!)
            : null;

    private async Task<bool> SaveAsync(
        ProjectRecord project, IReadOnlyList<ProjectVersion> lineage, string message, TurnResult result, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case TurnResult.Changed changed:
                var draft = JsonSerializer.Serialize(DraftCodec.ToDraft(changed.Timeline), WireJson.Default.Draft);
                return await projects.SaveAsync(
                    project.SessionId, project.Head, project.Head, message, string.Join("; ", changed.Steps), draft, cancellationToken) is not null;

            case TurnResult.Undone:
                // A step back is a step of its own, and its parent is where a second "undo" goes.
                var target = lineage.Count > 1 ? lineage[1] : null;
                return await projects.SaveAsync(
                    project.SessionId, project.Head, target?.Parent ?? 0, message, TextDirector.Undo, target?.Draft, cancellationToken) is not null;

            default:
                return true;
        }
    }

    private async Task<List<Asset>> AssetsAsync(string sessionId, CancellationToken cancellationToken)
    {
        List<Asset> assets = [];
        foreach (var id in await projects.MediaAsync(sessionId, cancellationToken))
        {
            assets.Add(AssetOf(media.Get(id)));
        }

        return assets;
    }

    private static Asset AssetOf(MediaFile file)
    {
        var kind = file.Kind switch
        {
            MediaKind.Image => AssetKind.Image,
            MediaKind.Video => AssetKind.Video,
            _ => AssetKind.Audio,
        };
        return new Asset(file.Id, file.Name, kind, file.Info.Width, file.Info.Height, file.Info.Duration, file.Info.HasSound);
    }

    /// <summary>A new kit is kept for all projects; a logo of another project that is used now is this project's too.</summary>
    private async Task KeepBrandAsync(ProjectRecord project, TurnResult result, Asset? logo, CancellationToken cancellationToken)
    {
        if (result.Brand is { } kit)
        {
            await brands.SaveAsync(project.UserId, kit, cancellationToken);
        }

        if (logo is not null && result is TurnResult.Changed { Timeline: var timeline } && timeline.Overlays().Any(overlay => overlay.Source == logo.Id))
        {
            await projects.AddMediaAsync(project.SessionId, logo.Id, cancellationToken);
        }
    }
}
