using VideoCreateAi.Protocol.Uploads;
using VideoCreateAi.Studio.Library;

namespace VideoCreateAi.Studio.Api;

/// <summary>From a library file to what a client is told of it.</summary>
internal static class UploadedMedia
{
    public static UploadedFile Describe(MediaFile file) => new()
    {
        FileName = file.Name,
        FileType = file.Kind switch
        {
            MediaKind.Image => "image",
            MediaKind.Video => "video",
            _ => "audio",
        },
        CdnUrl = $"media:{file.Id}",
        Duration = file.Kind == MediaKind.Image ? null : file.Info.Duration.TotalSeconds,
        Width = file.Info.Width == 0 ? null : file.Info.Width,
        Height = file.Info.Height == 0 ? null : file.Info.Height,
        Fps = file.Info.FramesPerSecond == 0 ? null : file.Info.FramesPerSecond,
        Hash = file.Hash,
    };
}
