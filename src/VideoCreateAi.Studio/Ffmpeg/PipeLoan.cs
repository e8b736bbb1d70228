using System.Buffers;
using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>Writes to a tool without copying: the pages themselves go into the pipe (<c>vmsplice</c>), and the tool reads them from there.
/// Copying them was a third of what the studio itself spent on an export.</summary>
/// <remarks>Who lends must not touch the memory before as many bytes as a pipe holds have been written after it. Elsewhere than on
/// Linux, for small buffers and where it is forbidden, this is an ordinary write.</remarks>
internal static partial class PipeLoan
{
    private const uint DoNotWait = 2;
    private const int NotPermitted = 1;
    private const int TryAgain = 11;
    private const int NotImplemented = 38;
    private const int PageBytes = 4096;

    // From this size on a write that ended has pushed all that was written before it out of the pipe.
    private const int SmallestLoan = PipeSize.Bytes;

    private static volatile bool s_forbidden;

    /// <param name="buffer">In memory that the garbage collector does not move.</param>
    public static async ValueTask WriteAsync(Stream stream, ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        var left = buffer;
        if (OperatingSystem.IsLinux() && stream is PipeStream pipe && buffer.Length >= SmallestLoan && !s_forbidden)
        {
            using var pinned = buffer.Pin();
            while (left.Length > PageBytes && Lend(pipe.SafePipeHandle, pinned, buffer.Length - left.Length, left.Length) is var taken and >= 0)
            {
                left = left[taken..];
                if (taken == 0)
                {
                    // The pipe is full. A small write waits for room as writes do here, without holding a thread.
                    await stream.WriteAsync(left[..PageBytes], cancellationToken);
                    left = left[PageBytes..];
                }
            }
        }

        await stream.WriteAsync(left, cancellationToken);
    }

    /// <returns>How many bytes the pipe took; below 0 when it takes none in this way.</returns>
    private static unsafe int Lend(SafeHandle pipe, MemoryHandle pinned, int at, int length)
    {
        var part = new Part((byte*)pinned.Pointer + at, (nuint)length);
        var taken = Splice(pipe, &part, 1, DoNotWait);
        if (taken >= 0)
        {
            return (int)taken;
        }

        if (Marshal.GetLastPInvokeError() == TryAgain)
        {
            return 0;
        }

        // A sandbox that forbids it, or a tool that is gone: an ordinary write says which.
        s_forbidden = Marshal.GetLastPInvokeError() is NotPermitted or NotImplemented;
        return -1;
    }

    [LibraryImport("libc", EntryPoint = "vmsplice", SetLastError = true)]
    private static unsafe partial nint Splice(SafeHandle pipe, Part* parts, nuint count, uint flags);

    [StructLayout(LayoutKind.Sequential)]
    private readonly unsafe struct Part(byte* start, nuint length)
    {
        private readonly byte* _start = start;
        private readonly nuint _length = length;
    }
}
