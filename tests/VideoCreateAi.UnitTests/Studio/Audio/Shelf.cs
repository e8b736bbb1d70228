using VideoCreateAi.Studio.Library;

namespace VideoCreateAi.UnitTests.Studio.Audio;

internal sealed class Shelf(params MediaFile[] files) : IMediaFiles
{
    public MediaFile Get(string id) =>
        Array.Find(files, file => file.Id == id) ?? throw new KeyNotFoundException($"No media {id}.");
}
