using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;
using static VideoCreateAi.Studio.Director.Structured.OperationFields;

namespace VideoCreateAi.Studio.Director.Structured;

/// <summary>Titles and captions.</summary>
internal static partial class OperationForms
{
    private const string Times = $"{Start} {End} {Seconds}";

    private const string Looks = $"{Position} {Color} {Size} {Animation} {Style}";

    private static OperationForm[] Texts =>
    [
        new("title", "Adds a title: over target, or from start to end or for seconds.", Text, $"{Times} {Target} {Looks}",
            op => op.Text(Text) is { } text ? [new AddTitle(text, When(op, over: true), Lettering(op))] : []),
        new("change_title", "Changes the title whose text is target, else the newest.", "", $"{Target} {Text} {Times} {Looks}",
            op => [new ChangeTitle(op.Text(Target), op.Text(Text), When(op, over: false), Lettering(op))]) { AnyOf = $"{Text} {Times} {Looks}" },
        new("remove_title", "Removes the title whose text is target, else all.", "", Target, op => [new RemoveTexts(TextRole.Title, op.Text(Target))]),
        new("caption", "Adds one caption: over target, or from start to end.", Text, $"{Times} {Target} {Looks}", Captioned),
        new("captions", "Replaces all captions by lines, spread over the video; kind voiceover: by the words that the voiceover says.", "", $"{Lines} {Kind} {Looks}", Captions)
        { Kinds = ["voiceover"], AnyOf = $"{Lines} {Kind}" },
        new("remove_captions", "Removes all captions, or the one whose text is target.", "", Target, op => [new RemoveTexts(TextRole.Caption, op.Text(Target))]),
    ];

    private static IEnumerable<EditOperation> Captioned(OperationReading op)
    {
        if (When(op, over: true) is not { IsSaid: true } when)
        {
            op.Problem("a caption needs start and end, seconds or target; several at once are captions.");
            return [];
        }

        return op.Text(Text) is { } text ? [new AddCaptions([new ScriptLine(text, null)], Lettering(op)) { When = when }] : [];
    }

    private static IEnumerable<EditOperation> Captions(OperationReading op)
    {
        if (op.Has(Lines) && op.Has(Kind))
        {
            op.Problem("lines and kind exclude each other.");
        }

        return op.Choice(Kind) is not null
            ? [new CaptionVoice(Lettering(op))]
            : [new AddCaptions([.. op.Texts(Lines).Select(line => new ScriptLine(line, null))], Lettering(op))];
    }

    private static TextLook Lettering(OperationReading op) => new(
        op.Choice<TextPosition>(Position), op.Color(Color), op.Number(Size), op.Choice<TextAnimation>(Animation), op.Choice<TextStyle>(Style));

    private static WhenShown When(OperationReading op, bool over)
    {
        var (start, end, length) = (op.Time(Start), op.Time(End), op.Time(Seconds));
        if (start is { Ticks: < 0 } tail)
        {
            if (end is not null || length is not null)
            {
                op.Problem("start is below 0, which runs to the end: leave end and seconds out.");
            }

            return new WhenShown { AtEnd = true, Length = -tail };
        }

        if (end is not null && (length is not null || end <= (start ?? TimeSpan.Zero)))
        {
            op.Problem("end is not after start, or stands beside seconds.");
        }

        return new WhenShown { Start = start ?? (end is null ? null : TimeSpan.Zero), End = end, Length = length, Over = over && op.Has(Target) ? op.Shot() : null };
    }
}
