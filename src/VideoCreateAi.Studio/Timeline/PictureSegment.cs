namespace VideoCreateAi.Studio.Timeline;

/// <summary>A still, a clip or a scene yet to be made, on a picture track.</summary>
internal sealed record PictureSegment
{
    public required string Id { get; init; }

    public required TimeRange Range { get; init; }

    /// <summary>The file name as the user uploaded it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Id of the media. Null for a scene without a picture.</summary>
    public string? Source { get; init; }

    public PictureKind Kind { get; init; } = PictureKind.Image;

    /// <summary>Source range used; clips only.</summary>
    public TimeSpan In { get; init; }

    public TimeSpan Out { get; init; }

    public double Speed { get; init; } = 1;

    public bool Reverse { get; init; }

    /// <summary>Degrees clockwise: 0, 90, 180 or 270.</summary>
    public int Rotation { get; init; }

    public Flip Flip { get; init; }

    public Fit Fit { get; init; }

    public Motion Motion { get; init; }

    /// <summary>0 (muted) to 2; 1 = as recorded.</summary>
    public double Volume { get; init; } = 1;

    /// <summary>none, warm, cool, bw, vintage, …</summary>
    public string Filter { get; init; } = "none";

    public Adjustment Adjustment { get; init; } = Adjustment.None;

    public double Opacity { get; init; } = 1;

    /// <summary>Where on the canvas, as fractions; null = the whole of it.</summary>
    public FractionRect? Placement { get; init; }

    /// <summary>The word for <see cref="Placement"/>: top-left … bottom-right, left, right, top, bottom.</summary>
    public string? Position { get; init; }

    /// <summary>What a scene should show.</summary>
    public string? Prompt { get; init; }

    /// <summary>The part of the source to show, as fractions of it; null = the framing decides.</summary>
    public FractionRect? Crop { get; init; }

    /// <summary>The way into this segment from the one before it.</summary>
    public Transition? Transition { get; init; }
}
