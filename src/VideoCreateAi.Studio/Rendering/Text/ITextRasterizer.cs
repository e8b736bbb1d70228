namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Draws text: shaped, wrapped into balanced lines, fitted.</summary>
internal interface ITextRasterizer
{
    Task<TextBitmap> DrawAsync(TextRequest request, string workFolder, CancellationToken cancellationToken);
}
