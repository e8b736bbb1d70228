using System.Threading.Channels;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>A running process that draws letters. It ends by itself when nothing was asked of it for a while.</summary>
internal sealed class LetteringProcess : IDisposable
{
    // A font scan on a busy machine takes a second.
    private static readonly TimeSpan s_replyLimit = TimeSpan.FromSeconds(30);

    // Its 30 MB are not to stand beside the encoder; a start costs a tenth of a second.
    private static readonly TimeSpan s_idleLimit = TimeSpan.FromSeconds(1.5);

    private static readonly string[] s_fontFolders = [".fonts", ".local/share/fonts"];

    private readonly Channel<byte[]> _requests = Channel.CreateBounded<byte[]>(1);
    private readonly Channel<byte[]> _replies = Channel.CreateUnbounded<byte[]>();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _run;

    private LetteringProcess(IToolRunner tools) => _run = RunAsync(tools);

    public bool IsAlive => !_run.IsCompleted && !_requests.Reader.Completion.IsCompleted;

    /// <summary>Null where it cannot run: then nothing is wrong with any text.</summary>
    public static async Task<LetteringProcess?> StartAsync(IToolRunner tools)
    {
        var process = new LetteringProcess(tools);
        try
        {
            if (await process.ReplyAsync() is [LetteringWire.Version])
            {
                return process;
            }

            process.Dispose();
            return null;
        }
        catch (Exception failure) when (failure is ToolFailedException or ToolMissingException or TimeoutException or IOException)
        {
            process.Dispose();
            return null;
        }
    }

    /// <summary>One request at a time.</summary>
    /// <returns>Null when it had just ended by itself.</returns>
    /// <exception cref="ToolFailedException">It died over this request.</exception>
    public async Task<byte[]?> AskAsync(byte[] request)
    {
        if (!_requests.Writer.TryWrite(request))
        {
            return null;
        }

        return await ReplyAsync();
    }

    /// <summary>Ends it at once.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task<byte[]> ReplyAsync()
    {
        try
        {
            return await _replies.Reader.ReadAsync().AsTask().WaitAsync(s_replyLimit);
        }
        catch (ChannelClosedException)
        {
            // Its end says why.
            await _run;
            throw new IOException("What draws letters ended.");
        }
    }

    private async Task RunAsync(IToolRunner tools)
    {
        var folder = Directory.CreateTempSubdirectory("videocreateai-letters-");
        try
        {
            await tools.RunAsync(
                new ToolRun
                {
                    Tool = MediaTool.Lettering,
                    Arguments = [],
                    WorkFolder = folder.FullName,
                    Inputs = [.. UserFonts(folder.FullName)],
                    Limits = ToolLimits.Resident,
                    Feed = FeedAsync,
                    Read = ReadAsync,
                },
                _stop.Token);
        }
        finally
        {
            _requests.Writer.TryComplete();
            _replies.Writer.TryComplete();
            folder.Delete(recursive: true);
        }
    }

    // Its home is its work folder, and there it looks for the user's own fonts.
    private static IEnumerable<string> UserFonts(string workFolder)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        foreach (var name in s_fontFolders)
        {
            var fonts = Path.Combine(home, name);
            if (!OperatingSystem.IsWindows() && Directory.Exists(fonts))
            {
                var link = Path.Combine(workFolder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(link)!);
                Directory.CreateSymbolicLink(link, fonts);
                yield return fonts;
            }
        }
    }

    private async Task FeedAsync(Stream input, CancellationToken cancellationToken)
    {
        while (await IsWantedAsync(cancellationToken))
        {
            while (_requests.Reader.TryRead(out var request))
            {
                await LetteringWire.WriteAsync(input, request, cancellationToken);
            }
        }
    }

    private async Task<bool> IsWantedAsync(CancellationToken cancellationToken)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        idle.CancelAfter(s_idleLimit);
        try
        {
            return await _requests.Reader.WaitToReadAsync(idle.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // One that comes this very moment is still served.
            _requests.Writer.TryComplete();
            return _requests.Reader.TryPeek(out _);
        }
    }

    private async Task ReadAsync(Stream output, CancellationToken cancellationToken)
    {
        while (await LetteringWire.ReadAsync(output, cancellationToken) is { } reply)
        {
            _replies.Writer.TryWrite(reply);
        }
    }
}
