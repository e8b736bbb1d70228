using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Checkup;

/// <summary>What stands around the programs that open strangers' files. It was tried, not only looked for.</summary>
internal static class SandboxCheck
{
    public static Finding Of(SandboxKind kind, ToolLocator locator) => Of(kind, OperatingSystem.IsLinux(), locator.FindWrapper("bwrap") is not null, locator.FindWrapper("prlimit") is not null);

    public static Finding Of(SandboxKind kind, bool isLinux, bool hasBwrap, bool hasPrlimit) => (kind, isLinux) switch
    {
        (SandboxKind.Isolated, _) when hasPrlimit => new("sandbox", FindingState.Ok, "bwrap and prlimit work: no network, own view of the files, limits"),
        (SandboxKind.Isolated, _) => new("sandbox", FindingState.Warning, "bwrap works, prlimit (util-linux) is missing: no limits on memory and processor time"),
        (_, false) => new("sandbox", FindingState.Ok, "limits on time and a list of allowed formats, as far as this system goes"),
        (_, true) when hasBwrap => new(
            "sandbox", FindingState.Warning, "bwrap is installed and may not run here (a container, or user namespaces are off): limits alone",
            "allow user namespaces, if you may: an AppArmor profile for bwrap, or sysctl kernel.unprivileged_userns_clone=1"),
        (SandboxKind.Limited, _) => new("sandbox", FindingState.Warning, "bwrap is missing: limits alone"),
        _ => new("sandbox", FindingState.Warning, "neither bwrap nor prlimit works here: media files are opened without a fence"),
    };
}
