using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>Where the file is to be, as <c>-o</c> says it. A person typed it, so it may be any place that is there.</summary>
/// <param name="Folder">Null = the usual folder of exports.</param>
/// <param name="FileName">With its extension; null = after the title of the video.</param>
/// <param name="Format">Null = as the words ask for, else mp4.</param>
internal sealed record MakeTarget(string? Folder, string? FileName, string? Format)
{
    public string? FullPath => Folder is null || FileName is null ? null : Path.Combine(Folder, FileName);

    /// <exception cref="ToolRefusedException">Nothing can be put there.</exception>
    public static MakeTarget Read(string? output, bool force)
    {
        if (string.IsNullOrWhiteSpace(output))
        {
            return output is null ? new MakeTarget(null, null, null)
                : throw new ToolRefusedException("invalid_argument", "-o is empty. Give a file such as out.mp4, or a folder.");
        }

        var path = Path.GetFullPath(output);
        if (Directory.Exists(path))
        {
            return new MakeTarget(path, null, null);
        }

        var shown = $"\"{DisplayText.From(output, maxLength: 200)}\"";
        if (Path.EndsInDirectorySeparator(output))
        {
            throw new ToolRefusedException("output_folder_missing", $"There is no folder {shown}. Make it first, or give another -o.");
        }

        var extension = Path.GetExtension(path).TrimStart('.');
        var format = OutputName.Extensions.FirstOrDefault(known => known.Equals(extension, StringComparison.OrdinalIgnoreCase)) ?? throw new ToolRefusedException(
            "output_format_unknown", $"{shown} ends in no format that is made here. End it in {string.Join(", ", OutputName.Extensions.Select(known => "." + known))}, or name a folder that is there.");
        var target = new MakeTarget(Path.GetDirectoryName(path), Path.GetFileName(path), format);
        if (!Directory.Exists(target.Folder))
        {
            throw new ToolRefusedException("output_folder_missing", $"The folder of {shown} is not there. Make it first, or give another -o.");
        }

        target.CheckFree(force);
        return target;
    }

    /// <summary>What is there already is written over only when that was asked for, and only an ordinary file.</summary>
    public void CheckFree(bool force)
    {
        if (FullPath is not { } path || new FileInfo(path) is not { } file || (!file.Exists && file.LinkTarget is null))
        {
            return;
        }

        var shown = DisplayText.From(path, maxLength: 200);
        if (!force)
        {
            throw new ToolRefusedException("output_exists", $"{shown} is there already, and nothing is written over. Give another -o, or --force to replace it.");
        }

        // A device or pipe has no length and no time of its own to lose, but is no place for a video.
        if (file.LinkTarget is not null || (file.Attributes & (FileAttributes.Device | FileAttributes.Directory | FileAttributes.ReparsePoint)) != 0 || !IsRegular(path))
        {
            throw new ToolRefusedException("output_not_a_file", $"{shown} is not an ordinary file, so it is not replaced. Give another -o.");
        }
    }

    private static bool IsRegular(string path)
    {
        using var handle = NativeFile.Open(path, out var failure);
        return handle is null ? failure != OpenFailure.NotRegular : NativeFile.KindOf(handle) == NativeFileKind.Regular;
    }
}
