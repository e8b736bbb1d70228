using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>One of the sample pictures, as it is seen upright.</summary>
internal interface IScene
{
    string FileName { get; }

    int Width { get; }

    int Height { get; }

    Film Film { get; }

    /// <summary>ffmpeg's scale for JPEG: 2 is best, 31 worst.</summary>
    int Quality { get; }

    /// <summary>Whether the file lies on its side and says so in EXIF.</summary>
    bool StoredOnItsSide { get; }

    Picture Render(int width, int height);
}
