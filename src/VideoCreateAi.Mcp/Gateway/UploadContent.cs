namespace VideoCreateAi.Mcp.Gateway;

/// <summary>One file on its way up. The stream is read once, from where it stands, and stays the caller's to dispose.</summary>
/// <param name="Length">The bytes that the stream will give. Any other number fails the upload: the file changed.</param>
internal sealed record UploadContent(string FileName, string MediaType, Stream Content, long Length);
