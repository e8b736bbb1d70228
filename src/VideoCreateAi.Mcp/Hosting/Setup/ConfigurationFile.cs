using System.Text;

namespace VideoCreateAi.Mcp.Hosting.Setup;

/// <summary>A client's file on disk: read, kept once as <c>.bak</c>, and replaced as a whole or not at all.</summary>
internal sealed class ConfigurationFile
{
    private const string BackupEnding = ".bak";

    private readonly string _target;

    public ConfigurationFile(string path)
    {
        Path = path;

        // A settings folder kept elsewhere by links: the file behind the link is replaced, and the link stays.
        var file = new FileInfo(path);
        _target = file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    public string Path { get; }

    public string BackupPath => Path + BackupEnding;

    /// <summary>Null when there is none.</summary>
    public string? Read() => File.Exists(_target) ? File.ReadAllText(_target) : null;

    /// <param name="seen">What <see cref="Read"/> gave: when the client has written since, nothing is replaced.</param>
    /// <exception cref="ClientConfigurationException">The client changed the file meanwhile.</exception>
    public void Replace(string? seen, string text)
    {
        if (Read() != seen)
        {
            throw new ClientConfigurationException("the client changed it just now; run the same command again");
        }

        var folder = System.IO.Path.GetDirectoryName(_target)!;
        Directory.CreateDirectory(folder);
        if (seen is not null && !File.Exists(BackupPath))
        {
            File.Copy(_target, BackupPath);
        }

        var fresh = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(_target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(fresh, OptionsLike(seen is null ? null : _target)))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, _target, overwrite: true);
        }
        catch
        {
            File.Delete(fresh);
            throw;
        }
    }

    // These files hold keys of other servers: the new one is as closed as the old one.
    private static FileStreamOptions OptionsLike(string? old)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = old is null ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(old);
        }

        return options;
    }
}
