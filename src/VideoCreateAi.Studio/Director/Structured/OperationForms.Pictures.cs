using System.Globalization;
using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Timeline;
using static VideoCreateAi.Studio.Director.Structured.OperationFields;

namespace VideoCreateAi.Studio.Director.Structured;

/// <summary>How the picture looks, and what lies over it.</summary>
internal static partial class OperationForms
{
    // Properties, all of them: fields of the parts of a class are set in no order that one can rely on.
    private static string[] TransitionKinds => ["crossfade", "fade", "wipe", "slide", "zoom", "none"];

    private static string[] Filters => ["warm", "cool", "bw", "vintage", "none"];

    private static OperationForm[] Pictures =>
    [
        new("canvas", "The shape, size and rate of the video.", "", $"{Aspect} {Resolution} {Width} {Height} {Fps}", Canvas) { AnyOf = $"{Aspect} {Resolution} {Width} {Fps}" },
        new("reverse", "Plays clips backwards; again: forwards.", "", Target, op => Look(op, new ChangeLook(ShotReference.All) { Reverse = true, Step = "played backwards" })),
        new("rotate", "Turns by value degrees clockwise.", Value, Target, Rotated) { Values = (-270, 270) },
        new("flip", "Mirrors; again: as it was.", Kind, Target,
            op => op.Choice<Flip>(Kind) is { } flip ? Look(op, new ChangeLook(ShotReference.All) { Flip = flip, Step = "mirrored" }) : []) { Kinds = ["horizontal", "vertical"] },
        new("fit", "How pictures of another shape fill the canvas.", Kind, Target,
            op => op.Choice<Fit>(Kind) is { } fit ? Look(op, new ChangeLook(ShotReference.All) { Fit = fit, Step = $"framing: {op.Choice(Kind)}" }) : []) { Kinds = NamesOf<Fit>() },
        new("motion", "How stills move.", Kind, Target,
            op => op.Choice<Motion>(Kind) is { } motion ? Look(op, new ChangeLook(ShotReference.All) { Motion = motion, Step = $"motion: {op.Choice(Kind)}" }) : []) { Kinds = NamesOf<Motion>() },
        new("filter", "The colour look.", Kind, Target,
            op => op.Choice(Kind) is { } filter ? Look(op, new ChangeLook(ShotReference.All) { Filter = filter, Step = $"filter: {filter}" }) : []) { Kinds = Filters },
        new("adjust", "Sets brightness, contrast or saturation to value, 0 = as recorded.", $"{Kind} {Value}", Target, Adjusted) { Kinds = ["brightness", "contrast", "saturation"], Values = (-1, 1) },
        new("transition", "From shot to shot: everywhere, into the one shot named, or between the shots named.", Kind, $"{Target} {Seconds}",
            op => op.Choice(Kind) is { } kind ? [new SetTransitions(kind, op.Time(Seconds), op.Has(Target) && op.Shots() is var shots && !shots.Any(shot => shot.IsAll) ? shots : null)] : [])
        { Kinds = TransitionKinds },
        new("fade", "The picture comes from black and goes to black.", "", $"{FadeIn} {FadeOut}", op => [new SetFades(op.Time(FadeIn), op.Time(FadeOut))]) { AnyOf = $"{FadeIn} {FadeOut}" },
        new("overlay", "Lays a logo, picture or clip over the video; value is its opacity.", AssetName, $"{Position} {Size} {Value} {Start} {End} {Seconds} {Target}", Overlaid) { Values = (0.05, 1) },
        new("remove_overlay", "Takes overlays away.", "", AssetName,
            op => op.Has(AssetName) && op.Media(AssetName, AssetKind.Image, AssetKind.Video) is null ? [] : [new RemoveOverlays(op.Media(AssetName, AssetKind.Image, AssetKind.Video))]),
        new("side_by_side", "Two files share the screen: the first left, or above.", $"{AssetName} {With}", Kind,
            op => op.Media(AssetName, AssetKind.Image, AssetKind.Video) is { } first && op.Media(With, AssetKind.Image, AssetKind.Video) is { } second
                ? [new SideBySide(first, second, op.Choice(Kind) == "stacked")] : []) { Kinds = ["side_by_side", "stacked"] },
    ];

    private static IEnumerable<EditOperation> Look(OperationReading op, ChangeLook look) => op.Shots().Select(shot => look with { Shots = shot });

    private static IEnumerable<EditOperation> Canvas(OperationReading op)
    {
        if (op.Has(Width) != op.Has(Height) || (op.Has(Width) && (op.Has(Aspect) || op.Has(Resolution))))
        {
            op.Problem("give width and height together, or aspect and resolution.");
        }

        var ratio = op.Choice(Aspect)?.Split(':').Select(side => double.Parse(side, CultureInfo.InvariantCulture)).ToArray();
        var size = op.Number(Width) is { } width && op.Number(Height) is { } height ? ((int)width, (int)height) : ((int, int)?)null;
        return
        [
            new SetCanvas(
                ratio is [var across, var down] ? across / down : null,
                op.Choice(Resolution) is { } resolution ? int.Parse(resolution[..^1], CultureInfo.InvariantCulture) : null,
                size,
                op.Number(Fps) is { } rate ? (int)rate : null),
        ];
    }

    private static IEnumerable<EditOperation> Rotated(OperationReading op)
    {
        if (op.Number(Value) is not { } degrees)
        {
            return [];
        }

        if (degrees % 90 != 0 || degrees == 0)
        {
            op.Problem("value is no quarter turn; allowed: 90, 180, 270, -90, -180, -270.");
        }

        return Look(op, new ChangeLook(ShotReference.All) { Rotate = (int)degrees, Step = string.Create(CultureInfo.InvariantCulture, $"turned by {degrees}°") });
    }

    private static IEnumerable<EditOperation> Adjusted(OperationReading op)
    {
        if (op.Choice(Kind) is not { } what || op.Number(Value) is not { } value)
        {
            return [];
        }

        return Look(op, new ChangeLook(ShotReference.All)
        {
            Graded = now => what switch
            {
                "brightness" => now with { Brightness = value },
                "contrast" => now with { Contrast = value },
                _ => now with { Saturation = value },
            },
            Step = string.Create(CultureInfo.InvariantCulture, $"{what} {value:+0.##;-0.##;0}"),
        });
    }

    private static IEnumerable<EditOperation> Overlaid(OperationReading op) => op.Media(AssetName, AssetKind.Image, AssetKind.Video) is { } media
        ? [new Overlay(media, op.Choice(Position), op.Number(Value), op.Number(Size), When(op, over: true))]
        : [];
}
