using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Structured;

/// <summary>Every field of the flat form, once.</summary>
internal static class OperationFields
{
    public const string Target = "target";
    public const string AssetName = "asset";
    public const string With = "with";
    public const string To = "to";
    public const string Order = "order";
    public const string Text = "text";
    public const string Lines = "lines";
    public const string Kind = "kind";
    public const string Value = "value";
    public const string Seconds = "seconds";
    public const string Start = "start";
    public const string End = "end";
    public const string Position = "position";
    public const string Color = "color";
    public const string Size = "size";
    public const string Animation = "animation";
    public const string Style = "style";
    public const string FadeIn = "fade_in";
    public const string FadeOut = "fade_out";
    public const string Aspect = "aspect";
    public const string Resolution = "resolution";
    public const string Width = "width";
    public const string Height = "height";
    public const string Fps = "fps";

    private const double LongestSeconds = 3 * 60 * 60;

    public static readonly IReadOnlyList<OperationField> All =
    [
        new(Target, FieldKind.Shots, "Which shots: \"all\", \"images\", \"clips\", \"first\", \"last\", a number from 1, \"2-4\", \"1,3\" or a file name; for titles the text of the title; for volume also \"music\" or a sound's file name."),
        new(AssetName, FieldKind.Media, "The name of an uploaded file."),
        new(With, FieldKind.Text, "The other shot, or the other file."),
        new(To, FieldKind.Place, "Where to: \"start\", \"end\", a number from 1, \"before 2\" or \"after beach.jpg\"."),
        new(Order, FieldKind.Order, "Shots in their new order, as numbers or file names. Shots that are not named are left out."),
        new(Text, FieldKind.Text, "The words themselves."),
        new(Lines, FieldKind.Lines, "Captions, one string each."),
        new(Kind, FieldKind.Choice, "Which kind; each operation has its own."),
        new(Value, FieldKind.Number, "The number that the operation is about."),
        new(Seconds, FieldKind.Seconds, "A length.") { Least = 0.05, Most = LongestSeconds },
        new(Start, FieldKind.Seconds, "Seconds from the beginning of what is meant. Below 0: counted from its end.") { Least = -LongestSeconds, Most = LongestSeconds },
        new(End, FieldKind.Seconds, "Seconds from the beginning of what is meant.") { Least = 0, Most = LongestSeconds },
        new(Position, FieldKind.Choice, "Where on the picture.") { Choices = ["top-left", "top", "top-right", "left", "center", "right", "bottom-left", "bottom", "bottom-right"] },
        new(Color, FieldKind.Color, "#RRGGBB."),
        new(Size, FieldKind.Number, "1 = as usual.") { Least = 0.25, Most = 4 },
        new(Animation, FieldKind.Choice, "How a text comes.") { Choices = NamesOf<TextAnimation>() },
        new(Style, FieldKind.Choice, "How a text is drawn.") { Choices = NamesOf<TextStyle>() },
        new(FadeIn, FieldKind.Seconds, "Seconds, 0 = none.") { Least = 0, Most = 60 },
        new(FadeOut, FieldKind.Seconds, "Seconds, 0 = none.") { Least = 0, Most = 60 },
        new(Aspect, FieldKind.Choice, "Width to height.") { Choices = ["16:9", "9:16", "1:1", "4:5", "4:3", "3:4", "21:9"] },
        new(Resolution, FieldKind.Choice, "The shorter side.") { Choices = ["480p", "720p", "1080p", "1440p", "2160p"] },
        new(Width, FieldKind.Whole, "Pixels, even.") { Least = 64, Most = CanvasEditing.LargestSide },
        new(Height, FieldKind.Whole, "Pixels, even.") { Least = 64, Most = CanvasEditing.LargestSide },
        new(Fps, FieldKind.Whole, "Frames per second.") { Least = 1, Most = CanvasEditing.FastestRate },
    ];

    public static OperationField? Find(string name) => All.FirstOrDefault(field => field.Name == name);

    /// <summary>The words of an enumeration as the wire has them.</summary>
    public static string[] NamesOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName)];
}
