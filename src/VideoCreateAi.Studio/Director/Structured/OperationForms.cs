using VideoCreateAi.Studio.Director.Operations;
using static VideoCreateAi.Studio.Director.Structured.OperationFields;

namespace VideoCreateAi.Studio.Director.Structured;

/// <summary>All kinds of exact edits: those of the row of shots and their times.</summary>
internal static partial class OperationForms
{
    public static readonly IReadOnlyList<OperationForm> All = [.. Shots, .. Pictures, .. Texts, .. Sounds];

    private static OperationForm[] Shots =>
    [
        new("order", "Puts the shots in this order.", Order, "", Ordered),
        new("reverse_order", "Turns the row round.", "", "", _ => [new ReverseShotOrder()]),
        new("add", "Adds a picture or clip as a shot.", AssetName, $"{To} {Seconds}", Added),
        new("remove", "Takes shots out.", Target, "", op => [new RemoveShots(op.Shots())]),
        new("keep_only", "Takes all other shots out.", Target, "", op => [new RemoveShots(op.Shots(), AllOthers: true)]),
        new("replace", "Shows another file in the place of a shot.", $"{Target} {AssetName}", "",
            op => op.Shot() is { } shot && op.Media(AssetName, AssetKind.Image, AssetKind.Video) is { } media ? [new ReplaceMedia(shot, media)] : []),
        new("repeat", "Plays a shot, or all of them, value times in all.", Value, Target,
            op => op.Shot() is { } shot && op.Number(Value) is { } plays ? [new RepeatShots(shot, (int)Math.Round(plays))] : []) { Values = (2, 50) },
        new("move", "Moves shots to another place.", $"{Target} {To}", "",
            op => op.Shot() is { } shot && op.Place(To) is { } place ? [new MoveShots(shot, place)] : []),
        new("swap", "Two shots change places.", $"{Target} {With}", "",
            op => op.Shot() is { } shot && op.Shot(With) is { } other ? [new SwapShots(shot, other)] : []),
        new("split", "Cuts in two at start: of the shot, or of the whole video where no target is given.", Start, Target,
            op => op.Time(Start) is { } at ? [new SplitShot(at, op.Has(Target) ? op.Shot() : null)] : []),
        new("keep", "Keeps only start to end: of each shot named, else of the whole video.", "", $"{Target} {Start} {End}", op => Cut(op, keep: true)) { AnyOf = $"{Start} {End}" },
        new("cut_out", "Cuts start to end out: of each shot named, else of the whole video.", "", $"{Target} {Start} {End}", op => Cut(op, keep: false)) { AnyOf = $"{Start} {End}" },
        new("trim", "Shows start to end of a clip's file.", "", $"{Target} {Start} {End}", Trimmed) { AnyOf = $"{Start} {End}" },
        new("hold", "Freezes the last frame of a shot, or with kind first its first one.", Seconds, $"{Target} {Kind}",
            op => op.Time(Seconds) is { } length ? [new HoldFrame(op.Has(Target) ? op.Shot() ?? ShotReference.Nth(-1) : ShotReference.Nth(-1), op.Choice(Kind) == "first", null, length)] : [])
        { Kinds = ["first", "last"] },
        new("length", "How long each of these shots lasts.", Seconds, Target,
            op => op.Shots() is var shots && op.Time(Seconds) is { } length ? shots.Select(shot => new SetShotLength(shot, length)) : []),
        new("total", "How long the whole video is: shared by the shots.", Seconds, "", op => op.Time(Seconds) is { } length ? [new SetTotal(length)] : []),
        new("speed", "How fast clips play, 1 = as recorded; with start and end only that part of the video.", Value, $"{Target} {Start} {End}", Sped) { Values = (0.1, 20) },
        new("undo", "First of all takes the last value steps back, 1 where none is given.", "", Value, op => op.Number(Value) is var _ ? [] : []) { Values = (1, 100) },
    ];

    public static OperationForm? Find(string name) => All.FirstOrDefault(form => form.Op == name);

    private static IEnumerable<EditOperation> Ordered(OperationReading op)
    {
        var shots = op.Texts(Order).Select(name => (Name: name, Shots: ShotTarget.Read(name, op.Assets))).ToList();
        foreach (var (name, _) in shots.Where(row => row.Shots.Count == 0))
        {
            op.Problem($"order names \"{name}\"; allowed: numbers of shots from 1 and names of uploaded pictures and clips.");
        }

        return [new ArrangeShots([.. shots.SelectMany(row => row.Shots)], Others: false)];
    }

    private static IEnumerable<EditOperation> Added(OperationReading op) =>
        op.Media(AssetName, AssetKind.Image, AssetKind.Video) is { } media ? [new InsertMedia([media], op.Place(To) ?? Destination.End, op.Time(Seconds))] : [];

    private static IEnumerable<EditOperation> Cut(OperationReading op, bool keep)
    {
        var (start, end) = (op.Time(Start), op.Time(End));
        var stretch = start is { Ticks: < 0 } tail ? StretchOf.Tail(-tail)
            : end is { } until ? StretchOf.Between(start ?? TimeSpan.Zero, until)
            : StretchOf.After(start ?? TimeSpan.Zero);
        if (start is { Ticks: < 0 } && end is not null)
        {
            op.Problem("start is below 0, which runs to the end: leave end out.");
        }
        else if (start >= end)
        {
            op.Problem("end is not after start.");
        }

        return op.Has(Target) ? op.Shots().Select(shot => new CutStretch(stretch, shot, keep)) : [new CutStretch(stretch, null, keep)];
    }

    private static IEnumerable<EditOperation> Trimmed(OperationReading op)
    {
        if (op.Time(Start) is { Ticks: < 0 })
        {
            op.Problem("start is below 0; a file begins at 0.");
        }

        return op.Shots().Select(shot => new TrimSource(shot, op.Time(Start), op.Time(End)));
    }

    private static IEnumerable<EditOperation> Sped(OperationReading op)
    {
        if (op.Has(Start) != op.Has(End) || op.Time(Start) is { Ticks: < 0 } || op.Time(Start) >= op.Time(End))
        {
            op.Problem("a part needs start and end, from 0 on, end after start.");
            return [];
        }

        var part = op.Time(Start) is { } from && op.Time(End) is { } to ? StretchOf.Between(from, to) : null;
        return op.Number(Value) is { } speed ? op.Shots().Select(shot => new SetSpeed(shot, speed, Relative: false, part)) : [];
    }
}
