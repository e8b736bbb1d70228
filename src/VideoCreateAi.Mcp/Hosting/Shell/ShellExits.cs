using System.Collections.Frozen;
using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Hosting.Shell;

/// <summary>Which stable error code ends the program with which number, and how the numbers are told to a person.</summary>
internal static class ShellExits
{
    /// <summary>As the help tells them, and the README too. A constant: every start of the program reads it.</summary>
    public const string Help = """
        Exit codes:
            0  done
            1  it could not be done, for a reason not listed here
            2  wrong usage or a wrong setting; nothing was begun
            3  another studio holds the data directory (studio alone)
            4  a file, an address or the wish was refused
            5  the backend cannot be reached or failed
            6  the render failed
            7  ffmpeg is missing
            8  not agreed to, or not enough credits
            9  the file cannot be put where -o says
           10  it was sent, and how it ended is not known
          130  stopped by Ctrl-C
          143  stopped by the system (SIGTERM)
        """;

    private static readonly (ShellExit Exit, string[] Codes)[] s_rows =
    [
        (ShellExit.WrongUsage, ["invalid_argument", "unsupported_format", "output_format_unknown"]),
        (ShellExit.InputRefused,
        [
            "file_not_found", "not_a_file", "not_readable", "empty_file", "file_changed", "outside_allowed_folders", "sandbox_path", "hidden_folder",
            "file_too_large", "unsupported_file_type", "path_too_long", "invalid_path", "too_many_files", "url_not_allowed", "message_too_long",
            "protected_media", "too_large_picture", "too_long", "unreadable_media", "media_unreadable", "incomplete_upload", "text_is_no_media", "upload_interrupted",
            "timeline_empty", "nothing_to_make", "nothing_to_render", "project_not_found", "project_on_other_backend", "project_busy", "aspect_needs_edit", "read_only",
        ]),
        (ShellExit.BackendFailed,
        [
            BackendFault.BackendUnreachable.Code(), BackendFault.BackendError.Code(), BackendFault.ReplyInvalid.Code(), BackendFault.RateLimited.Code(),
            BackendFault.TokenInvalid.Code(), BackendFault.TokenUnavailable.Code(), BackendFault.ClientIdMissing.Code(), BackendFault.SessionNotFound.Code(),
            BackendFault.ExportBlockedByPlan.Code(), BackendFault.NotFound.Code(), BackendFault.RequestRefused.Code(), BackendFault.Conflict.Code(), BackendFault.DownloadIncomplete.Code(), BackendFault.DownloadRefused.Code(),
        ]),
        (ShellExit.RenderFailed, ["render_failed", "render_crashed", "render_lost"]),
        (ShellExit.ToolMissing, ["ffmpeg_missing"]),
        (ShellExit.NotAgreed, ["declined", "confirmation_needed", "credit_cap", BackendFault.OutOfCredits.Code()]),
        (ShellExit.OutputRefused,
        [
            "output_exists", "output_not_a_file", "output_folder_missing", "output_folder_unwritable", "output_folder_full", "output_name_taken", "export_busy", "disk_full",
        ]),
        (ShellExit.Unclear, [BackendFault.OutcomeUnknown.Code()]),
        (ShellExit.Interrupted, ["cancelled"]),
        (ShellExit.Terminated, ["terminated"]),
    ];

    private static readonly FrozenDictionary<string, ShellExit> s_byCode = s_rows
        .SelectMany(row => row.Codes.Select(code => KeyValuePair.Create(code, row.Exit)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    public static ShellExit Of(string? code) => code is not null && s_byCode.TryGetValue(code, out var exit) ? exit : ShellExit.Failed;
}
