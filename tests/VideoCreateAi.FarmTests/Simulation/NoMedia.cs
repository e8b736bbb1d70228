using VideoCreateAi.Studio.Library;

namespace VideoCreateAi.FarmTests.Simulation;

internal sealed class NoMedia : IMediaFiles
{
    public MediaFile Get(string id) => throw new KeyNotFoundException();
}
