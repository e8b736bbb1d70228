namespace VideoCreateAi.TestKit.Cloud;

/// <summary>The file that every render of a scripted cloud turns out to be, and how long it plays.</summary>
public sealed record CloudFilm(byte[] Bytes, int Milliseconds)
{
    public const int Width = 180;
    public const int Height = 320;
}
