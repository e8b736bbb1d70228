using System.Runtime.InteropServices;

namespace VideoCreateAi.Mcp.Hosting.StudioProcess;

/// <summary>Lets go of whoever started this process: its terminal, its process group, its pipes.</summary>
internal static partial class ProcessDetachment
{
    private const int ReadWrite = 2;

    public static void Detach()
    {
        if (OperatingSystem.IsWindows())
        {
            // A process without a window of its own has no console group to leave; its pipes end with the parent.
            Console.SetOut(TextWriter.Null);
            Console.SetError(TextWriter.Null);
            return;
        }

        // Fails only for a group leader, which a child of ours never is.
        _ = SetSession();
        var nothing = Open("/dev/null", ReadWrite);
        if (nothing >= 0)
        {
            for (var stream = 0; stream <= 2; stream++)
            {
                _ = Duplicate(nothing, stream);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSession();

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int from, int to);
}
