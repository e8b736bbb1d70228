using VideoCreateAi.Protocol;

namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>Says on every call who calls. A render without these headers is answered 402.</summary>
internal sealed class AttributionHandler(GatewayOptions options, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Set(request, ProtocolHeaders.SkillSource, ProtocolHeaders.SkillSourceValue);
        Set(request, ProtocolHeaders.SkillVersion, options.ProductVersion);
        Set(request, ProtocolHeaders.SkillPlatform, options.Platform);
        return base.SendAsync(request, cancellationToken);
    }

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, BackendIds.IsToken(value) ? value : "unknown");
    }
}
