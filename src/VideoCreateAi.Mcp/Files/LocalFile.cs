using Microsoft.Win32.SafeHandles;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.Mcp.Files;

/// <summary>A file of the user's that was opened, judged and found good. The path ends here: everything that is read comes
/// from the handle that was judged, so what happens to the path afterwards changes nothing.</summary>
internal sealed class LocalFile : IDisposable
{
    /// <summary>The limit for a script or captions.</summary>
    public const int MaxTextBytes = 256 * 1024;

    private readonly SafeFileHandle _handle;

    private LocalFile(SafeFileHandle handle, string name, long length, FileFormat? format, string? text)
    {
        _handle = handle;
        Name = name;
        Length = length;
        Format = format;
        Text = text;
    }

    public LocalFileKind Kind => Format is null ? LocalFileKind.Text : LocalFileKind.Media;

    /// <summary>The file's own name, fit to be shown: no folder, no control or invisible characters.</summary>
    public string Name { get; }

    public long Length { get; }

    /// <summary>What the first bytes say; null for a text.</summary>
    public FileFormat? Format { get; }

    /// <summary>The whole content of a text; null for media.</summary>
    public string? Text { get; }

    /// <exception cref="LocalFileException">The file is not taken; the message says why and what to do.</exception>
    public static LocalFile Open(string userPath, FileAccessPolicy policy)
    {
        try
        {
            return OpenJudged(userPath, policy);
        }
        catch (LocalFileException refusal) when (refusal.Code is "outside_allowed_folders" or "invalid_path" && SandboxPath.IsOne(userPath))
        {
            throw LocalFileException.Sandbox(userPath, policy);
        }
    }

    /// <summary>The content from its beginning, as often as it is asked for. It ends after <see cref="Length"/> bytes or
    /// fails with <c>file_changed</c>; it lives no longer than this file.</summary>
    public Stream OpenRead() => new JudgedStream(_handle, Name, Length);

    public void Dispose() => _handle.Dispose();

    private static LocalFile OpenJudged(string userPath, FileAccessPolicy policy)
    {
        if (SandboxPath.HasItsScheme(userPath))
        {
            throw LocalFileException.Sandbox(userPath, policy);
        }

        var path = Path.GetFullPath(UserPath.ToAbsolute(userPath, policy, OperatingSystem.IsWindows()));

        // Looked at before it is opened as well, because opening a device or a share elsewhere is an act of its own.
        // This look decides nothing in favour of a file: the handle is judged below.
        if (OperatingSystem.IsWindows() && IsForeignShare(path, policy))
        {
            throw LocalFileException.Outside(userPath, policy);
        }

        ThrowUnlessAllowed(RealPath.OfNearest(path), userPath, policy);
        var handle = NativeFile.Open(path, out var failure) ?? throw Refusal(failure, userPath);
        try
        {
            return Judge(handle, userPath, policy);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static LocalFile Judge(SafeFileHandle handle, string userPath, FileAccessPolicy policy)
    {
        var realPath = NativeFile.PathOf(handle) ?? throw LocalFileException.Outside(userPath, policy);
        ThrowUnlessAllowed(realPath, userPath, policy);
        var kind = NativeFile.KindOf(handle);
        if (kind != NativeFileKind.Regular)
        {
            throw kind == NativeFileKind.Folder ? LocalFileException.Folder(userPath) : LocalFileException.NotRegular(userPath);
        }

        var length = RandomAccess.GetLength(handle);
        if (length == 0)
        {
            throw LocalFileException.Empty(userPath);
        }

        if (length > AcceptedFiles.MaxBytes)
        {
            throw LocalFileException.TooLarge(userPath, length);
        }

        var head = Read(handle, FirstBytes.Needed, userPath);
        var name = DisplayText.From(Path.GetFileName(realPath), maxLength: 200);
        if (FirstBytes.Accepted(head) is { } format)
        {
            return new LocalFile(handle, name, length, format, text: null);
        }

        return new LocalFile(handle, name, length, format: null, ReadText(handle, realPath, length, head, userPath));
    }

    private static string ReadText(SafeFileHandle handle, string realPath, long length, byte[] head, string userPath)
    {
        if (!ScriptText.HasTextName(realPath))
        {
            throw FirstBytes.Refused(head) is { } known ? LocalFileException.Unsupported(userPath, known)
                : ScriptText.LooksLikeText(head) ? LocalFileException.TextNamedAsMedia(userPath)
                : LocalFileException.Unsupported(userPath, format: null);
        }

        if (length > MaxTextBytes)
        {
            throw LocalFileException.TextTooLarge(userPath, length);
        }

        return ScriptText.Decode(Read(handle, (int)length, userPath)) ?? throw LocalFileException.BadText(userPath);
    }

    private static byte[] Read(SafeFileHandle handle, int upTo, string userPath)
    {
        var bytes = new byte[upTo];
        var filled = 0;
        try
        {
            while (filled < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(filled), filled) is var read and > 0)
            {
                filled += read;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw LocalFileException.NotReadable(userPath);
        }

        return bytes[..filled];
    }

    private static void ThrowUnlessAllowed(string realPath, string userPath, FileAccessPolicy policy)
    {
        switch (policy.Judge(realPath))
        {
            case PathVerdict.Allowed:
                return;
            case PathVerdict.Hidden:
                throw LocalFileException.Hidden(userPath);
            default:
                throw LocalFileException.Outside(userPath, policy);
        }
    }

    private static LocalFileException Refusal(OpenFailure failure, string userPath) => failure switch
    {
        OpenFailure.NotFound => LocalFileException.NotFound(userPath),
        OpenFailure.TooLong => LocalFileException.TooLong(userPath),
        OpenFailure.NotRegular => LocalFileException.NotRegular(userPath),
        _ => LocalFileException.NotReadable(userPath),
    };

    // To look at \\server\share\x at all would send the user's credentials to that server.
    private static bool IsForeignShare(string path, FileAccessPolicy policy)
        => path.StartsWith(@"\\", StringComparison.Ordinal)
            && !policy.AllowedFolders.Any(folder => FolderPath.Contains(folder, path));
}
