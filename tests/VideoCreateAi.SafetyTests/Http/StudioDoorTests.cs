using Microsoft.AspNetCore.Http;
using VideoCreateAi.Studio.Api;

namespace VideoCreateAi.SafetyTests.Http;

/// <summary>The studio on a port, where every page could knock.</summary>
public sealed class StudioDoorTests
{
    [Theory]
    [InlineData("127.0.0.1:8790", null, true)]
    [InlineData("localhost:8790", null, true)]
    [InlineData("[::1]:8790", null, true)]
    [InlineData("evil.example:8790", null, false)]
    [InlineData("evil.example", null, false)]
    [InlineData("localhost:1", null, false)]
    [InlineData("localhost", null, false)]
    [InlineData("127.0.0.1.evil.example:8790", null, false)]
    [InlineData("0.0.0.0:8790", null, false)]
    [InlineData("", null, false)]
    [InlineData("127.0.0.1:8790", "http://127.0.0.1:8790", false)]
    [InlineData("localhost:8790", "http://evil.example", false)]
    [InlineData("localhost:8790", "null", false)]
    [InlineData("localhost:8790", "", false)]
    public async Task Only_programs_of_this_machine_pass(string host, string? origin, bool passes)
    {
        var context = new DefaultHttpContext();
        context.Connection.LocalPort = 8790;
        context.Request.Headers.Host = host;
        if (origin is not null)
        {
            context.Request.Headers.Origin = origin;
        }

        var hasPassed = false;
        await LocalCallers.InvokeAsync(context, _ =>
        {
            hasPassed = true;
            return Task.CompletedTask;
        });

        Assert.Equal(passes, hasPassed);
        Assert.Equal(passes ? 200 : 403, context.Response.StatusCode);
    }
}
