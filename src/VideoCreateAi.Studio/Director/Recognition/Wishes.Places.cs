using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Places in the row: whoever says "the second one" means what stands there now, and still means it once it is moved.</summary>
internal sealed partial class Wishes
{
    private readonly Dictionary<int, ShotReference> _places = [];

    /// <summary>The shot that is named or stands at a place, the same one each time the same words are meant.</summary>
    public ShotReference Place(Term place)
    {
        if (place.End > 0 && _places.TryGetValue(place.At, out var known))
        {
            return known;
        }

        var shot = AsItStands(Counted(place));
        if (place.End > 0)
        {
            _places[place.At] = shot;
        }

        return shot;
    }

    /// <summary>"no, I meant the fourth": what was done before may be taken back, and then other shots stand there.</summary>
    public bool Corrects { get; init; }

    /// <summary>Somebody has read this word as the place of a shot.</summary>
    public bool IsPlaced(Term place) => _places.ContainsKey(place.At);

    public ShotReference Nth(int number) => AsItStands(ShotReference.Nth(number));

    /// <summary>Once this message has moved something, a place is the one after the move.</summary>
    public ShotReference AsItStands(ShotReference shot) =>
        shot.IsAll || shot.MediaId is not null || Input.Current is not { IsEmpty: false } now || Undos > 0 || Redos > 0 || Corrects || _operations.Exists(Moves)
            ? shot
            : shot with { Seen = Standing.At(shot with { Seen = null }, now) };

    private static bool Moves(EditOperation operation) => operation.Stage == EditStage.Shots
        && operation is not (RemoveShots { AllOthers: false } or SetShotLength or SetSpeed or ReplaceMedia or TrimSource or SpeedToLength);

    private static ShotReference Counted(Term place) => place switch
    {
        { Sense: Sense.Media } => ShotReference.Of(place.Value),
        { Sense: Sense.Last } => ShotReference.Nth(-1),
        { Sense: Sense.Middle } => new ShotReference((string?)null, Middle: true),
        { Sense: Sense.ShotPlace, Value: "middle" } => new ShotReference((string?)null, Count: Math.Max(1, (int)place.Second), Middle: true),
        { Sense: Sense.ShotPlace } => new ShotReference(null, (int)place.Number, (int)place.Second, place.Value switch
        {
            "image" => PictureKind.Image,
            "clip" => PictureKind.Video,
            _ => null,
        }),
        _ => ShotReference.Nth((int)place.Number),
    };
}
