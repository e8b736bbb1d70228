namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Draws text: shaped, broken into balanced lines, fitted.</summary>
internal interface ITextRasterizer
{
    /// <exception cref="RenderException">It could not be drawn.</exception>
    Task<TextBitmap> DrawAsync(TextRequest request, string workFolder, CancellationToken cancellationToken);

    /// <summary>The characters of a text that no installed font can draw, each once; empty where it cannot be told.</summary>
    Task<string> MissingAsync(string text, IReadOnlyList<string> fonts, CancellationToken cancellationToken);
}
