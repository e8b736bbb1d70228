namespace VideoCreateAi.Studio.Library;

/// <summary>What the header of a still says, before anything is decoded.</summary>
/// <param name="Width">Pixels as stored, before <paramref name="Orientation"/>.</param>
internal sealed record PictureHeader(int Width, int Height, Orientation Orientation, bool HasAlpha, bool IsAnimated)
{
    /// <exception cref="MediaRefusedException">The header is damaged.</exception>
    public static PictureHeader Read(MediaFormat format, Stream content)
    {
        content.Position = 0;
        try
        {
            return format.Extension switch
            {
                "jpg" => JpegHeader.Read(content),
                "png" => PngHeader.Read(content),
                "gif" => GifHeader.Read(content),
                "webp" => WebpHeader.Read(content),
                _ => throw new ArgumentOutOfRangeException(nameof(format)),
            };
        }
        catch (EndOfStreamException)
        {
            throw MediaRefusal.Unreadable("it ends in the middle of its header.");
        }
    }
}
