namespace VideoCreateAi.SafetyTests.Media;

/// <summary>What a process that looks at a stranger's file may open besides its job's folder.</summary>
internal static class AllowedFiles
{
    private static readonly string[] s_folders =
    [
        // Libraries, the tables of character sets and of the C library's languages.
        "/usr/lib/", "/usr/lib32/", "/usr/lib64/", "/usr/local/lib/", "/lib/", "/lib32/", "/lib64/",
        "/usr/share/fonts/", "/usr/local/share/fonts/", "/usr/share/fontconfig/", "/etc/fonts/", "/var/cache/fontconfig/",

        // How many processors and how much memory there is, for libraries that part their work.
        "/sys/devices/system/cpu/", "/sys/devices/system/node/",
    ];

    private static readonly string[] s_files =
    [
        "/dev/null", "/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/locale.alias", "/usr/share/locale/locale.alias",

        // What libgcrypt, libselinux and OpenMP ask about the machine, and the C library where /sys is not there.
        "/etc/gcrypt/hwf.deny", "/proc/sys/crypto/fips_enabled", "/proc/filesystems", "/proc/self/status", "/proc/stat", "/proc/meminfo", "/sys/devices/system/cpu", "/sys/devices/system/node",
    ];

    /// <param name="job">The folder of the job.</param>
    public static bool Has(string path, string job) =>
        IsIn(path, job) || s_files.Contains(path) || s_folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) || IsOwnStatus(path);

    public static bool MayWrite(string path, string job) => IsIn(path, job) || path == "/dev/null";

    private static bool IsIn(string path, string job) => path == job || path.StartsWith(job + "/", StringComparison.Ordinal);

    // Where /proc/self leads.
    private static bool IsOwnStatus(string path) => path.Split('/') is ["", "proc", var number, "status"] && number.All(char.IsAsciiDigit);
}
