using System.Text;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Draws text in a process of its own, which stays for the next text. A crash of the libraries there fails one text and so one render.</summary>
/// <param name="otherwise">Draws where such a process cannot run at all.</param>
internal sealed class IsolatedTextRasterizer(IToolRunner tools, PangoTextRasterizer otherwise) : ITextRasterizer, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private LetteringProcess? _process;
    private bool _cannotRun;

    public async Task<TextBitmap> DrawAsync(TextRequest request, string workFolder, CancellationToken cancellationToken)
    {
        var reply = await AskAsync(LetteringWire.Draw, request, cancellationToken);
        return reply is null ? otherwise.Draw(request) : LetteringWire.ReadBitmap(reply);
    }

    public async Task<string> MissingAsync(string text, IReadOnlyList<string> fonts, CancellationToken cancellationToken)
    {
        var reply = await AskAsync(LetteringWire.Check, new TextRequest(text, fonts, 0, 0, 0, TextAlign.Left, 0), cancellationToken);
        return reply is null ? otherwise.Missing(text, fonts) : Encoding.UTF8.GetString(reply);
    }

    public void Dispose()
    {
        _process?.Dispose();
        _gate.Dispose();
    }

    /// <returns>Null where no such process can run.</returns>
    private async Task<byte[]?> AskAsync(byte verb, TextRequest request, CancellationToken cancellationToken)
    {
        // Cleaned here already: a half of a character cannot be written as UTF-8.
        var frame = LetteringWire.Request(verb, TextGuard.Of(request));
        await _gate.WaitAsync(cancellationToken);
        try
        {
            while (!_cannotRun)
            {
                if (_process is not { IsAlive: true })
                {
                    _process?.Dispose();
                    _process = await LetteringProcess.StartAsync(tools);
                }

                _cannotRun = _process is null;
                if (_process is not null && await _process.AskAsync(frame) is { } reply)
                {
                    return reply;
                }
            }

            return null;
        }
        catch (Exception failure) when (failure is ToolFailedException or TimeoutException or IOException)
        {
            _process?.Dispose();
            _process = null;
            throw new RenderException(
                "render_failed", "A text could not be drawn: the libraries that draw letters crashed over it. Change its words or its font and try again.", failure);
        }
        finally
        {
            _gate.Release();
        }
    }
}
