using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.Studio.Api;

/// <summary>Writes the protocol's envelopes.</summary>
internal static class ApiReply
{
    public static Task OkAsync<T>(HttpContext context, T data, JsonTypeInfo<Envelope<T>> type)
        where T : class =>
        context.Response.WriteAsJsonAsync(
            new Envelope<T> { Code = BackendCode.Success, Data = data }, type, cancellationToken: context.RequestAborted);

    public static Task RefuseAsync(HttpContext context, int status, int code, string message, string? error = null)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new FailureEnvelope { Code = code, Message = message, Error = error }, WireJson.Default.FailureEnvelope, cancellationToken: context.RequestAborted);
    }
}
