using System.Globalization;

namespace VideoCreateAi.Mcp.Files;

/// <summary>Why nothing can be written into the export folder.</summary>
internal sealed class OutputFolderException : FileRefusedException
{
    private const int FileTooBig = 27;

    private OutputFolderException(string code, string message, Exception? inner = null)
        : base(code, message, inner)
    {
    }

    public static OutputFolderException Missing(string folder, Exception? inner = null)
        => new("output_folder_missing",
            $"The export folder {folder} is not there and could not be made. Create it, or choose another with --output FOLDER; then export again.",
            inner);

    public static OutputFolderException NotAFolder(string folder)
        => new("output_folder_missing",
            $"The export folder {folder} is a file. Choose a folder with --output FOLDER; then export again.");

    /// <summary>The folder was exchanged for a link or another folder while the server ran.</summary>
    public static OutputFolderException Moved(string folder)
        => new("output_folder_missing",
            $"The export folder {folder} now leads somewhere else, so nothing was written. Put it back, or restart the server.");

    public static OutputFolderException Unwritable(string folder, Exception? inner = null)
        => new("output_folder_unwritable",
            $"The export folder {folder} cannot be written to. Allow it, or choose another with --output FOLDER; then export again.",
            inner);

    public static OutputFolderException Full(string folder, long? free, long? needed, Exception? inner = null)
        => new("output_folder_full",
            $"There is not enough space for the export in {folder}{Space(free, needed)}. Free some, or choose another folder with --output FOLDER; "
            + "the render itself is kept, so exporting again costs nothing.",
            inner);

    public static OutputFolderException BadExtension(string extension)
        => new("output_format_unknown",
            $"\"{DisplayText.From(extension, maxLength: 20)}\" is not an export format. Use {string.Join(", ", OutputName.Extensions)}.");

    public static OutputFolderException TooManyOfOneName(string name)
        => new("output_name_taken", $"There are already a thousand exports called {name}. Give another name.");

    /// <summary>Another process holds the same export.</summary>
    public static OutputFolderException Busy(string folder)
        => new("export_busy",
            $"Another window is still saving this export to {folder}. Its file will appear there; ask again to hear of it.");

    /// <summary>The file system takes no file of that size, as FAT beyond 4 GB.</summary>
    public static OutputFolderException BeyondFileSystem(string folder, Exception inner)
        => new("output_folder_unwritable",
            $"The disk of {folder} takes no file as large as this export. Export it at a lower resolution, or choose another folder with --output FOLDER.",
            inner);

    /// <summary>What a fault of the file system means for the user.</summary>
    public static OutputFolderException From(Exception fault, string folder) => fault switch
    {
        UnauthorizedAccessException => Unwritable(folder, fault),
        DirectoryNotFoundException or DriveNotFoundException => Missing(folder, fault),
        IOException when IsDiskFull(fault.HResult) => Full(folder, free: null, needed: null, fault),
        IOException { HResult: FileTooBig } when !OperatingSystem.IsWindows() => BeyondFileSystem(folder, fault),
        _ => Unwritable(folder, fault),
    };

    /// <summary>Unix faults carry errno, Windows ones a HRESULT: no space, or the user's quota is used up.</summary>
    public static bool IsDiskFull(int code) => code switch
    {
        28 => true,
        122 => OperatingSystem.IsLinux(),
        69 => OperatingSystem.IsMacOS(),
        unchecked((int)0x80070070) or unchecked((int)0x80070027) => true,
        _ => false,
    };

    private static string Space(long? free, long? needed) => (free, needed) switch
    {
        ({ } has, { } wants) => $" ({Megabytes(has)} free, about {Megabytes(wants)} needed)",
        ({ } has, null) => $" ({Megabytes(has)} free)",
        _ => "",
    };

    private static string Megabytes(long bytes)
        => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024.0):0.#} MB");
}
