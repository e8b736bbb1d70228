using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Uploads;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Projects;

namespace VideoCreateAi.Studio.Api;

/// <summary>Files into a project, by bytes (multipart, streamed to the disk) or by address.</summary>
internal sealed class UploadEndpoint(ApiAccess access, ProjectStore projects, MediaLibrary library, UrlFetcher fetcher)
{
    private const int MostFiles = 20;
    private const long MultipartOverhead = 64 * 1024;
    private const int LongestBoundary = 128;

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(Routes.UploadTemplate, (RequestDelegate)UploadAsync);

    private async Task UploadAsync(HttpContext context)
    {
        if (await access.ProjectAsync(context) is not { } project)
        {
            return;
        }

        try
        {
            var files = BoundaryOf(context.Request) is { } boundary
                ? await ReadMultipartAsync(context, boundary)
                : await FetchAsync(context);
            foreach (var file in files)
            {
                await projects.AddMediaAsync(project.SessionId, file.Id, context.RequestAborted);
            }

            await ApiReply.OkAsync(
                context,
                new UploadReply { Files = [.. files.Select(UploadedMedia.Describe)], SessionStateApplied = true },
                WireJson.Default.EnvelopeUploadReply);
        }
        catch (MediaRefusedException refused)
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status400BadRequest, refused.Code, refused.Message, refused.Reason);
        }
        catch (ToolMissingException missing)
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status500InternalServerError, BackendCode.Internal, missing.Message, "ffmpeg_missing");
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidDataException or BadHttpRequestException)
        {
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status400BadRequest, 400, "The upload is not multipart with files, nor a list of addresses.", "malformed_request");
        }
    }

    private async Task<IReadOnlyList<MediaFile>> ReadMultipartAsync(HttpContext context, string boundary)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = (AcceptedFiles.MaxBytes * MostFiles) + MultipartOverhead;
        }

        List<MediaFile> files = [];
        var reader = new MultipartReader(boundary, context.Request.Body);
        while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                && disposition.IsFileDisposition()
                && disposition.Name.Equals(UploadReply.FieldName, StringComparison.Ordinal)
                && files.Count < MostFiles)
            {
                var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value! : Unescape(disposition.FileName.Value!);
                files.Add(await AddAsync(files, name, section.Body, context.RequestAborted));
            }
        }

        return files.Count > 0 ? files : throw new InvalidDataException("No files in the upload.");
    }

    private async Task<IReadOnlyList<MediaFile>> FetchAsync(HttpContext context)
    {
        var request = await JsonSerializer.DeserializeAsync(context.Request.Body, WireJson.Default.UploadUrls, context.RequestAborted);
        if (request is not { Urls.Count: > 0 and <= MostFiles })
        {
            throw new InvalidDataException("No addresses in the upload.");
        }

        List<MediaFile> files = [];
        foreach (var url in request.Urls)
        {
            await using var fetched = await fetcher.OpenAsync(url, context.RequestAborted);
            files.Add(await AddAsync(files, fetched.Name, fetched.Content, context.RequestAborted));
        }

        return files;
    }

    /// <summary>All files of a request or none: what came before a refused one is taken out again.</summary>
    private async Task<MediaFile> AddAsync(List<MediaFile> soFar, string name, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            return await library.AddAsync(name, content, announcedLength: null, cancellationToken);
        }
        catch
        {
            foreach (var file in soFar)
            {
                await library.RemoveAsync(file.Id, CancellationToken.None);
            }

            throw;
        }
    }

    // How forms write a quote within the quotes around a file name.
    private static string Unescape(string name) => name.Replace("%22", "\"", StringComparison.Ordinal);

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary.Value
            : null;
}
