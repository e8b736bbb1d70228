using System.Text;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.Simulation.Checking;

/// <summary>A client that does one thing wrong.</summary>
internal sealed class BrokenClient(HttpMessageHandler line, Mutation mutation, World world) : DelegatingHandler(line)
{
    private int _renders;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        switch (mutation)
        {
            case Mutation.ResendTurn when path == Routes.RunSse:
                try
                {
                    return await base.SendAsync(await ChangedAsync(request, text => text, cancellationToken), cancellationToken);
                }
                catch (HttpRequestException)
                {
                    return await base.SendAsync(await ChangedAsync(request, text => text, cancellationToken), cancellationToken);
                }

            case Mutation.NewRenderId when path == Routes.SubmitRender:
                return await base.SendAsync(
                    await ChangedAsync(request, text => text.Replace("\"render_", $"\"render_{++_renders}x{world.Processes.Count}x", StringComparison.Ordinal), cancellationToken),
                    cancellationToken);

            case Mutation.RewriteDraft when path == Routes.SubmitRender:
                return await base.SendAsync(
                    await ChangedAsync(request, text => text.Replace("1, \"d\"", "1,\"d\"", StringComparison.Ordinal), cancellationToken), cancellationToken);

            case Mutation.SpoilFile when path.EndsWith("/download", StringComparison.Ordinal) || path.StartsWith("/files/", StringComparison.Ordinal):
                var response = await base.SendAsync(request, cancellationToken);
                if (response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "video/mp4")
                {
                    var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
                    content[^1] ^= 1;
                    response.Content = new ByteArrayContent(content);
                }

                return response;

            default:
                return await base.SendAsync(request, cancellationToken);
        }
    }

    private static async Task<HttpRequestMessage> ChangedAsync(HttpRequestMessage request, Func<string, string> change, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        var changed = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(change(text))) };
        changed.Headers.Authorization = request.Headers.Authorization;
        return changed;
    }
}
