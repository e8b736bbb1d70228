using VideoCreateAi.Protocol.Drafts;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Projects;

/// <summary>The three kinds of segments, each with the keys and defaults of the protocol's table.</summary>
internal static class SegmentCodec
{
    private const double SlowestSpeed = 0.01;
    private const double FastestSpeed = 100;

    public static DraftSegment Write(PictureSegment segment) => Segment(segment.Id, segment.Range, new SegmentMetadata
    {
        Name = segment.Name.Length == 0 ? null : segment.Name,
        Source = segment.Source,
        Kind = WireWords.Of(segment.Kind, '_'),
        In = segment.Kind == PictureKind.Video ? DraftCodec.Milliseconds(segment.In) : DraftCodec.Unless(segment.In),
        Out = segment.Kind == PictureKind.Video ? DraftCodec.Milliseconds(segment.Out) : DraftCodec.Unless(segment.Out),
        Speed = Unless(segment.Speed, 1),
        Reverse = segment.Reverse ? true : null,
        Rotate = segment.Rotation == 0 ? null : segment.Rotation,
        Flip = WireWords.Unless(segment.Flip, Flip.None),
        Fit = WireWords.Unless(segment.Fit, Fit.Auto),
        Motion = WireWords.Unless(segment.Motion, Motion.None),
        Volume = Unless(segment.Volume, 1),
        Filter = segment.Filter == "none" ? null : segment.Filter,
        Adjust = segment.Adjustment == Adjustment.None ? null : new DraftAdjust
        {
            Brightness = Unless(segment.Adjustment.Brightness, 0),
            Contrast = Unless(segment.Adjustment.Contrast, 0),
            Saturation = Unless(segment.Adjustment.Saturation, 0),
        },
        Opacity = Unless(segment.Opacity, 1),
        Rect = Rect(segment.Placement),
        Position = segment.Position,
        Prompt = segment.Prompt,
        Crop = Rect(segment.Crop),
        Transition = segment.Transition is null ? null : new DraftTransition
        {
            Kind = segment.Transition.Kind, Duration = DraftCodec.Milliseconds(segment.Transition.Duration),
        },
    });

    public static DraftSegment Write(SoundSegment segment) => Segment(segment.Id, segment.Range, new SegmentMetadata
    {
        Name = segment.Name.Length == 0 ? null : segment.Name,
        Source = segment.Source,
        In = DraftCodec.Unless(segment.In),
        Out = DraftCodec.Unless(segment.Out),
        Volume = Unless(segment.Volume, 1),
        FadeIn = DraftCodec.Unless(segment.FadeIn),
        FadeOut = DraftCodec.Unless(segment.FadeOut),
        Duck = segment.Duck ? true : null,
        Mood = segment.Mood,
        Prompt = segment.Prompt,
        Seed = segment.Seed,
        Tempo = segment.Tempo,
        Text = segment.Text,
        Voice = segment.Voice,
    });

    // The position is always written: its default is the table's first word, top-left, and not what a title means by none.
    public static DraftSegment Write(TextSegment segment) => Segment(segment.Id, segment.Range, new SegmentMetadata
    {
        Text = segment.Text,
        Position = WireWords.Of(segment.Position, '-'),
        Size = segment.Size,
        Color = segment.Color,
        Font = segment.Font,
        Animation = WireWords.Unless(segment.Animation, TextAnimation.None),
        Style = WireWords.Unless(segment.Style, TextStyle.Plain),
        Words = segment.Words.Count == 0 ? null : TimedWordsCodec.Write(segment.Words),
    });

    public static PictureSegment Picture(DraftSegment draft, string id)
    {
        var meta = draft.Metadata ?? new SegmentMetadata();
        var range = Range(draft);
        var speed = Number(meta.Speed, 1, SlowestSpeed, FastestSpeed, "speed");
        var kind = WireWords.Read(meta.Kind, meta.Prompt is not null && meta.Source is null ? PictureKind.Scene : PictureKind.Image);
        var sourceIn = DraftCodec.Time(meta.In, "in");
        return new PictureSegment
        {
            Id = id,
            Range = range,
            Name = meta.Name ?? "",
            Source = meta.Source,
            Kind = kind,
            In = sourceIn,
            Out = meta.Out is { } sourceOut ? Later(DraftCodec.Time(sourceOut, "out"), sourceIn)
                : kind == PictureKind.Video ? sourceIn + range.Duration.Times(speed) : TimeSpan.Zero,
            Speed = speed,
            Reverse = meta.Reverse ?? false,
            Rotation = ((((int)Math.Round((meta.Rotate ?? 0) / 90.0) * 90) % 360) + 360) % 360,
            Flip = WireWords.Read(meta.Flip, Flip.None),
            Fit = WireWords.Read(meta.Fit, Fit.Auto),
            Motion = WireWords.Read(meta.Motion, Motion.None),
            Volume = Number(meta.Volume, 1, 0, 2, "volume"),
            Filter = string.IsNullOrEmpty(meta.Filter) ? "none" : meta.Filter,
            Adjustment = new Adjustment(
                Number(meta.Adjust?.Brightness, 0, -1, 1, "brightness"), Number(meta.Adjust?.Contrast, 0, -1, 1, "contrast"), Number(meta.Adjust?.Saturation, 0, -1, 1, "saturation")),
            Opacity = Number(meta.Opacity, 1, 0, 1, "opacity"),
            Placement = Rect(meta.Rect, "rect"),
            Position = meta.Position,
            Prompt = meta.Prompt,
            Crop = Rect(meta.Crop, "crop"),
            Transition = meta.Transition is { Duration: not 0, Kind: not "none" } transition
                ? new Transition(string.IsNullOrEmpty(transition.Kind) ? "fade" : transition.Kind, DraftCodec.Time(transition.Duration, "transition"))
                : null,
        };
    }

    public static SoundSegment Sound(DraftSegment draft, string id)
    {
        var meta = draft.Metadata ?? new SegmentMetadata();
        return new SoundSegment
        {
            Id = id,
            Range = Range(draft),
            Name = meta.Name ?? "",
            Source = meta.Source,
            In = DraftCodec.Time(meta.In, "in"),
            Out = Later(DraftCodec.Time(meta.Out, "out"), meta.Out is null ? TimeSpan.Zero : DraftCodec.Time(meta.In, "in")),
            Volume = Number(meta.Volume, 1, 0, 2, "volume"),
            FadeIn = DraftCodec.Time(meta.FadeIn, "fade_in"),
            FadeOut = DraftCodec.Time(meta.FadeOut, "fade_out"),
            Duck = meta.Duck ?? false,
            Mood = meta.Mood,
            Prompt = meta.Prompt,
            Seed = meta.Seed,
            Tempo = meta.Tempo is null ? null : Number(meta.Tempo, 0, 20, 300, "tempo"),
            Text = meta.Text,
            Voice = meta.Voice,
        };
    }

    public static TextSegment Text(DraftSegment draft, string id)
    {
        var meta = draft.Metadata ?? new SegmentMetadata();
        return new TextSegment
        {
            Id = id,
            Range = Range(draft),
            Text = meta.Text ?? "",
            Position = WireWords.Read(meta.Position, TextPosition.TopLeft),
            Size = meta.Size is null ? null : Number(meta.Size, 0, 0.005, 1, "size"),
            Color = Colour(meta.Color),
            Font = meta.Font,
            Animation = WireWords.Read(meta.Animation, TextAnimation.None),
            Style = WireWords.Read(meta.Style, TextStyle.Plain),
            Words = TimedWordsCodec.Read(meta.Words),
        };
    }

    public static string? Colour(string? text) =>
        text is { Length: 7 } && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit) ? text : null;

    private static DraftSegment Segment(string id, TimeRange range, SegmentMetadata metadata) => new()
    {
        Id = id, Start = DraftCodec.Milliseconds(range.Start), Duration = DraftCodec.Milliseconds(range.Duration), Metadata = metadata,
    };

    private static TimeRange Range(DraftSegment draft) => new(DraftCodec.Time(draft.Start, "s"), DraftCodec.Time(draft.Duration, "d"));

    private static TimeSpan Later(TimeSpan time, TimeSpan than) => time >= than ? time : throw new DraftException("\"out\" lies before \"in\".");

    private static double? Unless(double value, double usual) => value == usual ? null : value;

    private static double Number(double? value, double usual, double least, double most, string key) => value switch
    {
        null => usual,
        { } given when !double.IsFinite(given) => throw new DraftException($"\"{key}\" is not a number."),
        { } given => Math.Clamp(given, least, most),
    };

    private static double[]? Rect(FractionRect? rect) => rect is { } r ? [r.X, r.Y, r.Width, r.Height] : null;

    private static FractionRect? Rect(IReadOnlyList<double>? numbers, string key)
    {
        if (numbers is not { Count: 4 })
        {
            return null;
        }

        var rect = new FractionRect(
            Number(numbers[0], 0, -1, 1, key), Number(numbers[1], 0, -1, 1, key), Number(numbers[2], 0, 0, 2, key), Number(numbers[3], 0, 0, 2, key));
        return rect.Width > 0 && rect.Height > 0 ? rect : null;
    }
}
