using System.Globalization;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.Mcp.Files;

/// <summary>Why a file was not taken. Every reason there is has its factory here, so the wording is read in one place.</summary>
internal sealed class LocalFileException : FileRefusedException
{
    private LocalFileException(string code, string message)
        : base(code, message, inner: null)
    {
    }

    /// <summary>The backend's number for the same refusal, where it has one.</summary>
    public int? BackendNumber => Code switch
    {
        "unsupported_file_type" => BackendCode.UnsupportedFileType,
        "file_too_large" => BackendCode.FileTooLarge,
        _ => null,
    };

    public static LocalFileException NotFound(string path)
        => new("file_not_found", $"There is no file at {Shown(path)}. Check the spelling, or ask the user for the full path.");

    public static LocalFileException Folder(string path)
        => new("not_a_file", $"{Shown(path)} is a folder. Name the files in it, one path each.");

    public static LocalFileException NotRegular(string path)
        => new("not_a_file", $"{Shown(path)} is not an ordinary file but a device, pipe or socket. Give the path of a media file.");

    public static LocalFileException NotReadable(string path)
        => new("not_readable",
            $"{Shown(path)} could not be opened for reading. Close the program that holds it, or allow your user to read it, then try again.");

    public static LocalFileException Empty(string path)
        => new("empty_file", $"{Shown(path)} has no content (0 bytes). It may still be downloading; save it again and retry.");

    public static LocalFileException Changed(string name)
        => new("file_changed", $"{Shown(name)} changed while it was read. Wait until the program that writes it is done, then try again.");

    /// <summary>Whether such a file exists must not show: the text depends on the path that was asked and on nothing else.</summary>
    public static LocalFileException Outside(string path, FileAccessPolicy policy)
        => new("outside_allowed_folders",
            $"{Shown(path)} is outside the folders that files are taken from. {Allowed(policy)} "
            + "Move or copy the file there, or start the server with --allow-dir FOLDER.");

    public static LocalFileException RelativeWithoutFolder(string path, FileAccessPolicy policy)
        => new("outside_allowed_folders",
            $"{Shown(path)} is a relative path, and the server was not started in a project folder. Give the full path. {Allowed(policy)} "
            + "More can be added with --allow-dir FOLDER.");

    public static LocalFileException Sandbox(string path, FileAccessPolicy policy)
        => new("sandbox_path",
            $"{Shown(path)} belongs to the chat's own sandbox, which this server on the user's computer cannot see. "
            + $"Ask the user to save the file under Pictures and give that path. {Allowed(policy)}");

    public static LocalFileException Hidden(string path)
        => new("hidden_folder",
            $"{Shown(path)} is hidden or lies in a hidden or private folder; such files are never read. "
            + "Copy the file to a visible folder such as Pictures and give that path.");

    public static LocalFileException TooLarge(string path, long bytes)
        => new("file_too_large",
            $"{Shown(path)} is {Megabytes(bytes)}; the limit is {Megabytes(AcceptedFiles.MaxBytes)} a file. "
            + "Trim it to the part that is needed, or compress it (a lower resolution or bitrate), and try again.");

    public static LocalFileException TextTooLarge(string path, long bytes)
        => new("file_too_large",
            string.Create(CultureInfo.InvariantCulture,
                $"{Shown(path)} is a text of {(bytes + 1023) / 1024} KB; the limit for a script or captions is {LocalFile.MaxTextBytes / 1024} KB. ")
            + "Split it, or pass the part that is needed as the message.");

    public static LocalFileException BadText(string path)
        => new("unsupported_file_type",
            $"{Shown(path)} is not readable as text. Save it as UTF-8 and try again.");

    public static LocalFileException TextNamedAsMedia(string path)
        => new("unsupported_file_type",
            $"{Shown(path)} is a text file, not a video, picture or sound, whatever its name says. "
            + $"Accepted: {AcceptedFiles.List}; scripts and captions as .txt, .md or .srt.");

    public static LocalFileException Unsupported(string path, UnsupportedFormat? format)
        => new("unsupported_file_type", format is null
            ? $"{Shown(path)} is of no type that can be used. Accepted: {AcceptedFiles.List}; scripts and captions as .txt, .md or .srt."
            : $"{Shown(path)} is {format.Name}, which cannot be used. {format.Remedy} Accepted: {AcceptedFiles.List}.");

    public static LocalFileException TooLong(string path)
        => new("path_too_long", $"The path {Shown(path)} is longer than the system allows. Move the file to a shorter path.");

    public static LocalFileException Invalid(string path, string why)
        => new("invalid_path", $"{Shown(path)} is not a file path: {why}");

    private static string Allowed(FileAccessPolicy policy) => policy.ShownFolders is { Count: > 0 } folders
        ? $"Allowed: {string.Join(", ", folders)}."
        : "No folder is allowed yet.";

    private static string Megabytes(long bytes)
        => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024.0):0.#} MB");

    private static string Shown(string path) => $"\"{DisplayText.From(path, maxLength: 200)}\"";
}
