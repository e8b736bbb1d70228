namespace VideoCreateAi.Studio.Library;

/// <summary>EXIF orientation: the number is the tag's value.</summary>
internal enum Orientation
{
    Upright = 1,
    MirroredHorizontally = 2,
    Rotated180 = 3,
    MirroredVertically = 4,
    Transposed = 5,

    /// <summary>Display it rotated 90° clockwise.</summary>
    Rotate90 = 6,
    Transversed = 7,

    /// <summary>Display it rotated 270° clockwise.</summary>
    Rotate270 = 8,
}
