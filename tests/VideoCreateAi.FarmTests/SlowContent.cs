using System.Net;

namespace VideoCreateAi.FarmTests;

/// <summary>A file that takes its time to arrive.</summary>
internal sealed class SlowContent(string path, TimeSpan time) : HttpContent
{
    private const int Pieces = 30;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        foreach (var piece in bytes.Chunk((bytes.Length / Pieces) + 1))
        {
            await stream.WriteAsync(piece);
            await stream.FlushAsync();
            await Task.Delay(time / Pieces);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
