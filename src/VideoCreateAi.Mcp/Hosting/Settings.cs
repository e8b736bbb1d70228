using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>Everything that can be set, once: the help and the tables of the documents are made of it.</summary>
internal static class Settings
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("--output", "VIDEOCREATEAI_OUTPUT", "VideoCreateAi in your Videos folder (macOS: Movies), else in the data directory", "Folder for finished videos"),
        new("--allow-dir", "VIDEOCREATEAI_ALLOW", "none", "A further folder that files may be read from; repeatable, in the environment separated as in PATH"),
        new("--data", "VIDEOCREATEAI_DATA", "videocreateai in your folder for application data", "Data directory: projects, media, cache, logs"),
        new("--backend", "VIDEOCREATEAI_BACKEND", "auto", "Where videos are made: auto (the cloud when a token is set, else the studio), studio (this machine), cloud, or an https address"),
        new("--confirm", "VIDEOCREATEAI_CONFIRM", "always", "When to ask before credits are spent: always, above:CREDITS or never"),
        new("--credit-cap", "VIDEOCREATEAI_CREDIT_CAP", $"{SpendingRules.UsualHourlyCap}", "Most credits within an hour"),
        new("--read-only", "VIDEOCREATEAI_READ_ONLY", "false", "Offers only what changes nothing"),
        new(null, "VIDEOCREATEAI_FFMPEG", "the one that is found; doctor says which", "An ffmpeg to use, with ffprobe beside it"),
        new(null, "NEMO_TOKEN", "none", "A token of the NemoVideo cloud: with it the cloud is used. Without one --backend cloud takes a starter account"),
        new(null, "NEMO_CLIENT_ID", "kept in ~/.config/nemovideo/client_id", "Client id of the starter account"),
        new(null, "NEMO_API_URL", $"{ServerSettings.UsualCloud}", "Address of the cloud"),
        new(null, "NEMO_WEB_URL", $"{ServerSettings.UsualWeb}", "Base of links for the browser"),
        new(null, "SKILL_SOURCE", "told by the client's name", "Which product the backend is told that this is used from"),
        new(null, "VIDEOCREATEAI_DB", "none", "A PostgreSQL that the nodes of a farm share, for the studio command (--db)"),
        new(null, "VIDEOCREATEAI_BLOBS", "none", "Where the nodes of a farm share files: file:FOLDER or s3://BUCKET (--blobs)"),
        new(null, "HTTPS_PROXY", "none", "Proxy to a backend on the network; never used on this machine"),
        new(null, "NO_PROXY", "none", "Hosts that the proxy is not used for"),
        new(null, "OTEL_EXPORTER_OTLP_ENDPOINT", "none", "Where metrics and traces go: a collector of OpenTelemetry, whose other variables hold as well"),
        new(null, "NO_COLOR", "none", "Set to anything: no colours in a terminal"),
    ];

    public static string Help(string option) => All.First(setting => setting.Option == option).Help;
}
