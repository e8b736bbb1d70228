using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using VideoCreateAi.SafetyTests.Canary;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.SafetyTests.Bounds;

/// <summary>A process without a terminal gets the first one that it opens, and with it that one's signals: a link that leads to one
/// must not do that to the server.</summary>
public sealed partial class TerminalTests
{
    private const int ReadWrite = 2;
    private const int NoControl = 0x100;

    [Fact]
    public async Task A_link_to_a_terminal_does_not_make_it_the_server_s()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var stage = new CanaryStage();
        var terminal = OpenTerminal(ReadWrite | NoControl);
        try
        {
            var link = Path.Combine(stage.InputFolder, "picture.png");
            File.CreateSymbolicLink(link, NameOf(terminal));

            // A session of its own, as services and clients without a terminal start it.
            await using var server = await WiredServer.StartAsync(stage.Arguments(), stage.Environment("studio"), through: "setsid");
            var result = await server.CallAsync("upload_media", $$"""{"files":["{{JsonEncodedText.Encode(link)}}"]}""");

            Assert.True(result.GetProperty("isError").GetBoolean());
            Assert.Equal("0", TerminalOf(server.ProcessId));
        }
        finally
        {
            _ = Close(terminal);
        }
    }

    /// <summary>Field 7 of <c>stat</c>; the second one, in brackets, may hold anything.</summary>
    private static string TerminalOf(int processId)
    {
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        Assert.Equal(processId.ToString(System.Globalization.CultureInfo.InvariantCulture), fields[3]);
        return fields[4];
    }

    private static string NameOf(int terminal)
    {
        var name = new byte[128];
        Assert.Equal(0, GrantTerminal(terminal));
        Assert.Equal(0, UnlockTerminal(terminal));
        Assert.Equal(0, TerminalName(terminal, name, name.Length));
        return Encoding.ASCII.GetString(name).TrimEnd('\0');
    }

    [LibraryImport("libc", EntryPoint = "posix_openpt")]
    private static partial int OpenTerminal(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt")]
    private static partial int GrantTerminal(int terminal);

    [LibraryImport("libc", EntryPoint = "unlockpt")]
    private static partial int UnlockTerminal(int terminal);

    [LibraryImport("libc", EntryPoint = "ptsname_r")]
    private static partial int TerminalName(int terminal, byte[] name, nint length);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
