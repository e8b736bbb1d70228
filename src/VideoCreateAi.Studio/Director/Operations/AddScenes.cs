using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Scenes yet to be made, each with what it should show.</summary>
internal sealed record AddScenes(IReadOnlyList<ScriptLine> Lines) : EditOperation
{
    private static readonly TimeSpan s_usual = TimeSpan.FromSeconds(5);

    public bool HasLengths => Lines.Any(line => line.Range is not null);

    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var at = desk.Timeline.ProgrammeEnd();
        var scenes = Lines.Select((line, index) => new PictureSegment
        {
            Id = "",
            Name = Short(line.Text),
            Kind = PictureKind.Scene,
            Prompt = line.Text,
            Motion = index % 2 == 0 ? Motion.ZoomIn : Motion.ZoomOut,
            Range = new TimeRange(at, line.Range?.Duration ?? s_usual),
        });
        desk.Mention("I edit and compose, and have no generative model: the words became a piece of titles and motion on a designed background. "
            + "Upload pictures or clips to use those, or start with the cloud backend (--backend cloud) for generated footage.");
        desk.Change(desk.Timeline.Appending(scenes.Where(scene => scene.Range.Duration > TimeSpan.Zero)), Words.Count(Lines.Count, "scene"));
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40].TrimEnd() + "…";
}
