using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace VideoCreateAi.TestKit.Cloud;

public sealed partial class ScriptedCloud
{
    private static readonly string[] s_accepted =
        [".mp4", ".mov", ".avi", ".webm", ".mkv", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp3", ".wav", ".m4a", ".aac"];

    private async Task CreateSessionAsync(HttpContext context, CloudAccount account)
    {
        using var asked = await JsonDocument.ParseAsync(context.Request.Body);
        var project = Look(() =>
        {
            var made = new CloudProject(
                $"sess-{_projects.Count + 1}-{Guid.NewGuid():N}", account, asked.RootElement.GetProperty("language").GetString()!, _film);
            _projects.Add(made.SessionId, made);
            return made;
        });
        await context.Response.BareAsync(
            $$"""{"task_id":"{{project.TaskId}}","session_id":"{{project.SessionId}}","user_id":"{{account.UserId}}","status":"created","tags":[]}""");
    }

    private async Task TakeUploadAsync(HttpContext context, CloudAccount account, string session)
    {
        if (ProjectOf(account, session) is not { } project)
        {
            await context.Response.NoAsync(1002, "session not found");
            return;
        }

        List<CloudFile> files = [];
        if (context.Request.HasFormContentType)
        {
            foreach (var file in (await context.Request.ReadFormAsync()).Files.GetFiles("files"))
            {
                await using var content = file.OpenReadStream();
                files.Add(new CloudFile(file.FileName, TypeOf(file.FileName), file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content))));
            }
        }
        else
        {
            using var asked = await JsonDocument.ParseAsync(context.Request.Body);
            files.AddRange(asked.RootElement.GetProperty("urls").EnumerateArray().Select(url =>
                new CloudFile(new Uri(url.GetString()!).Segments[^1], TypeOf(url.GetString()!), 2048, new string('b', 64))));
        }

        if (files.Count == 0 || files.Any(file => !s_accepted.Contains(Path.GetExtension(file.Name), StringComparer.OrdinalIgnoreCase)))
        {
            await context.Response.NoAsync(4001, "unsupported file type");
            return;
        }

        await context.Response.BareAsync(Look(() =>
        {
            project.Uploads.AddRange(files);
            return $"[{string.Join(" , ", files.Select(Words))}]";
        }));
    }

    private async Task TellStateAsync(HttpContext context, CloudAccount account, string session)
    {
        if (ProjectOf(account, session) is not { } project)
        {
            await context.Response.NoAsync(1002, "session not found");
            return;
        }

        var (json, isBare) = Look(() =>
        {
            var read = project.Reads++;
            var draft = project.Draft is { } made
                ? $"\"draft\" : {made.Text},"
                : (read % 3) switch { 0 => "", 1 => "\"draft\":{},", _ => "\"draft\":null," };
            var text = $$"""
                {"session_id":"{{project.SessionId}}","task_id":"{{project.TaskId}}","task_name":"project","revision":"{{read}}","state":{
                 {{draft}}
                 "video_infos":[{{string.Join(",", project.Uploads.Select(Words))}}],"canvas_config":{"width":"{{CloudFilm.Width}}","height":{{CloudFilm.Height}}.0,"ratio":"9:16"},
                 "generated_media":[{{string.Join(",", project.Generated.Select(Words))}}],"video_analyses":null,"_engine":{"v":"7"} } }
                """;
            return (text.ReplaceLineEndings("\r\n"), read % 2 == 0);
        });
        await (isBare ? context.Response.BareAsync(json) : context.Response.WrappedAsync(json));
    }

    private static string Words(CloudFile file) =>
        $$"""{"filename":"{{JsonEncodedText.Encode(file.Name)}}","file_type":"{{file.Type}}","cdn_url":"https://cdn.example/{{file.Sha256}}","duration":"4.0","width":"320","height":240.0,"fps":null,"hash":"{{file.Sha256}}","size":"{{file.Bytes}}"}""";

    private static string TypeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" or ".png" or ".gif" or ".webp" => "image",
        ".mp3" or ".wav" or ".m4a" or ".aac" => "audio",
        _ => "video",
    };
}
