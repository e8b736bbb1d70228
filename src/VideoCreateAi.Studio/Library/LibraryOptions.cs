using VideoCreateAi.Protocol;

namespace VideoCreateAi.Studio.Library;

internal sealed class LibraryOptions
{
    /// <summary>Where media lies, a folder each. Made when missing, readable by the user alone.</summary>
    public required string Folder { get; set; }

    /// <summary>The most bytes of one file.</summary>
    public long MostBytes { get; set; } = AcceptedFiles.MaxBytes;

    /// <summary>What must remain free on the disk.</summary>
    public long FreeSpaceFloor { get; set; } = 1024L * 1024 * 1024;
}
