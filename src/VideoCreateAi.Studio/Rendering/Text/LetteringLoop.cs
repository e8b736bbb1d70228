using System.Runtime.InteropServices;
using System.Text;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>The inside of the process that draws letters: it answers one request after the other until there are no more.</summary>
internal static class LetteringLoop
{
    /// <param name="crashOn">For tests: dies of a native crash when it is to draw a text that holds this.</param>
    /// <returns>Whether Pango is there at all.</returns>
    public static async Task<bool> RunAsync(Stream requests, Stream replies, string? crashOn)
    {
        if (PangoLibrary.TryLoad() is not { } pango)
        {
            return false;
        }

        var rasterizer = new PangoTextRasterizer(pango);
        await LetteringWire.WriteAsync(replies, new byte[] { LetteringWire.Version }, CancellationToken.None);
        while (await LetteringWire.ReadAsync(requests, CancellationToken.None) is { } frame)
        {
            var (verb, request) = LetteringWire.ReadRequest(frame);
            if (crashOn is not null && request.Text.Contains(crashOn, StringComparison.Ordinal))
            {
                Crash();
            }

            var reply = verb == LetteringWire.Draw
                ? LetteringWire.Reply(rasterizer.Draw(request))
                : Encoding.UTF8.GetBytes(rasterizer.Missing(request.Text, request.Fonts));
            await LetteringWire.WriteAsync(replies, reply, CancellationToken.None);
        }

        return true;
    }

    // Written by the C library, as a broken font would have it.
    private static unsafe void Crash() =>
        ((delegate* unmanaged<nint, int, nint, nint>)NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "memset"))(1, 0, 1);
}
