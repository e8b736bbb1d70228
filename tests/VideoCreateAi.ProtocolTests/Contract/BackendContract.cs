using System.Text;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Turns;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.ProtocolTests.Contract;

/// <summary>What the gateway may rely on whatever backend stands behind it. Each backend takes the same cases.</summary>
public abstract class BackendContract(ContractBackend backend)
{
    private static readonly RenderOutput s_output = new() { Format = "mp4", Quality = "draft", Width = 128, Height = 128, FramesPerSecond = 10 };

    private BackendClient Client => backend.Client;

    [Fact(Timeout = 60_000)]
    public async Task A_starter_token_comes_by_itself() => Assert.NotNull(await Client.GetCreditsAsync(default));

    [Fact(Timeout = 60_000)]
    public async Task A_wrong_token_is_told_as_one_and_is_not_replaced()
    {
        using var other = backend.NewClient(token: "nmv_usr_wrong");

        Assert.Equal(BackendFault.TokenInvalid, await FaultAsync(() => other.GetCreditsAsync(default)));
        Assert.Equal(BackendFault.TokenInvalid, await FaultAsync(() => other.CreateSessionAsync("en", default)));
        Assert.False(other.IsAnonymous);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_new_session_has_no_timeline_however_often_it_is_read()
    {
        var session = await SessionAsync();

        for (var read = 0; read < 4; read++)
        {
            var state = await Client.GetStateAsync(session, default);
            Assert.Null(state.Draft);
            Assert.Empty(state.Media);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task An_upload_is_named_in_its_reply_and_in_the_state()
    {
        var session = await SessionAsync();

        var file = Assert.Single(await UploadAsync(session, "red dawn – 1.png", backend.Picture));
        var listed = Assert.Single((await Client.GetStateAsync(session, default)).Media);

        Assert.Equal(("red dawn – 1.png", "image", 320, 240), (file.FileName, file.FileType, file.Width, file.Height));
        Assert.Equal((file.FileName, file.FileType, file.Width, file.Height), (listed.FileName, listed.FileType, listed.Width, listed.Height));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_no_media_is_refused_and_leaves_nothing()
    {
        var session = await SessionAsync();

        var fault = await FaultAsync(() => UploadAsync(session, "notes.txt", "no film at all"u8.ToArray()));

        Assert.Equal(BackendFault.UnsupportedFileType, fault);
        Assert.Empty((await Client.GetStateAsync(session, default)).Media);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_file_over_the_limit_is_refused_and_leaves_nothing()
    {
        var session = await SessionAsync();
        await using var content = new EndlessFilm(AcceptedFiles.MaxBytes + 1);

        var fault = await FaultAsync(() => Client.UploadAsync(session, new UploadContent("long.mp4", "video/mp4", content, content.Length), null, default));

        Assert.Equal(BackendFault.FileTooLarge, fault);
        Assert.Empty((await Client.GetStateAsync(session, default)).Media);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@example.com/a.png")]
    public async Task An_address_that_is_none_of_the_web_is_not_sent(string url)
    {
        var session = await SessionAsync();

        Assert.Equal(BackendFault.RequestRefused, await FaultAsync(() => Client.UploadUrlsAsync(session, [url], default)));
        Assert.Empty(backend.Sent.To(Routes.Upload(session)));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_turn_answers_in_words_and_leaves_a_timeline()
    {
        var session = await SessionAsync();
        await UploadAsync(session, "a.png", backend.Picture);

        var outcome = await Client.RunTurnAsync(session, backend.FirstMessage, null, default);

        Assert.NotEmpty(Assert.IsType<TurnOutcome.Replied>(outcome).Text);
        Assert.NotNull((await Client.GetStateAsync(session, default)).Draft);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_edit_is_in_the_state_whether_it_was_told_or_not()
    {
        var session = await ReadySessionAsync();
        var before = (await Client.GetStateAsync(session, default)).Draft!.Digest;

        var outcome = await Client.RunTurnAsync(session, backend.EditMessage, null, default);

        Assert.Equal(backend.EditIsSilent, outcome is TurnOutcome.Silent);
        Assert.NotEqual(before, (await Client.GetStateAsync(session, default)).Draft!.Digest);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_message_goes_out_once()
    {
        var session = await ReadySessionAsync();

        Assert.Single(backend.Sent.To(Routes.RunSse), body => Encoding.UTF8.GetString(body).Contains(session, StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_draft_has_the_same_bytes_at_every_read_and_in_the_render_request()
    {
        var session = await ReadySessionAsync();
        var first = (await Client.GetStateAsync(session, default)).Draft!;
        var second = (await Client.GetStateAsync(session, default)).Draft!;

        await Client.SubmitRenderAsync(NewRenderId(), session, second, s_output, default);

        Assert.True(first.Utf8.Span.SequenceEqual(second.Utf8.Span));
        Assert.Contains(backend.Sent.To(Routes.SubmitRender), body => body.AsSpan().IndexOf([.. "\"draft\":"u8, .. first.Utf8.Span, .. ",\"output\":"u8]) > 0);
    }

    [Fact(Timeout = 60_000)]
    public async Task Credits_are_counted()
    {
        var balance = await Client.GetCreditsAsync(default);

        Assert.True(balance.Available >= 0 && balance.Total >= balance.Available);
        Assert.Equal(0, balance.Frozen);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_render_submitted_twice_is_one_render_with_one_file()
    {
        var session = await ReadySessionAsync();
        var draft = (await Client.GetStateAsync(session, default)).Draft!;
        var id = NewRenderId();

        var first = await Client.SubmitRenderAsync(id, session, draft, s_output, default);
        var again = await Client.SubmitRenderAsync(id, session, draft, s_output, default);
        var done = await UntilEndedAsync(id);
        var film = await DownloadAsync(done);

        Assert.Equal((id, id, RenderStatus.Completed), (first.Id, again.Id, done.Status));
        Assert.Equal("ftyp"u8, film.AsSpan(4, 4));
        Assert.Equal(backend.Film ?? film, film);
        Assert.Equal(done.Size ?? film.Length, film.Length);
        Assert.Equal(film, await DownloadAsync(done with { OutputUrl = null }));
        Assert.Equal(film, await DownloadAsync(done with { OutputUrl = "http://169.254.169.254/film.mp4" }));
    }

    [Theory(Timeout = 120_000)]
    [InlineData('0')]
    [InlineData('1')]
    public async Task A_cancelled_render_ends_as_cancelled_and_gives_no_file(char lastOfId)
    {
        var session = await ReadySessionAsync();
        if (backend.LongMessage is { } longer)
        {
            await Client.RunTurnAsync(session, longer, null, default);
        }

        var id = NewRenderId() + lastOfId;
        await Client.SubmitRenderAsync(id, session, (await Client.GetStateAsync(session, default)).Draft!, new RenderOutput(), default);
        await Client.CancelRenderAsync(id, default);
        var ended = await UntilEndedAsync(id);

        Assert.Equal(RenderStatus.Cancelled, ended.Status);
        Assert.Equal(BackendFault.NotFound, await FaultAsync(() => DownloadAsync(ended)));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_unknown_session_is_told_as_one_by_every_call()
    {
        const string Unknown = "sess-unknown";
        var draft = new RawDraft("""{"t":[]}"""u8.ToArray());

        Assert.Equal(BackendFault.SessionNotFound, await FaultAsync(() => Client.GetStateAsync(Unknown, default)));
        Assert.Equal(BackendFault.SessionNotFound, await FaultAsync(() => UploadAsync(Unknown, "a.png", backend.Picture)));
        Assert.Equal(BackendFault.SessionNotFound, await FaultAsync(() => Client.SubmitRenderAsync(NewRenderId(), Unknown, draft, s_output, default)));
        var outcome = await Client.RunTurnAsync(Unknown, backend.FirstMessage, null, default);
        Assert.Equal(BackendFault.SessionNotFound, Assert.IsType<TurnOutcome.Refused>(outcome).Error.Fault);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_unknown_render_is_none()
    {
        var id = NewRenderId();

        Assert.Null(await Client.GetRenderAsync(id, default));
        Assert.Equal(BackendFault.NotFound, await FaultAsync(() => DownloadAsync(new RenderStatus { Id = id, Status = RenderStatus.Completed })));
    }

    private static string NewRenderId() => $"render_{Guid.NewGuid():N}";

    private async Task<string> SessionAsync() => (await Client.CreateSessionAsync("en", default)).SessionId;

    private async Task<string> ReadySessionAsync()
    {
        var session = await SessionAsync();
        await UploadAsync(session, "a.png", backend.Picture);
        await Client.RunTurnAsync(session, backend.FirstMessage, null, default);
        return session;
    }

    private async Task<IReadOnlyList<VideoCreateAi.Protocol.Uploads.UploadedFile>> UploadAsync(string session, string name, byte[] bytes) =>
        await Client.UploadAsync(session, new UploadContent(name, "image/png", new MemoryStream(bytes), bytes.Length), null, default);

    private async Task<RenderStatus> UntilEndedAsync(string id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            var status = (await Client.GetRenderAsync(id, limit.Token))!;
            if (status.Status is not (RenderStatus.Pending or RenderStatus.Processing))
            {
                return status;
            }

            // As the gateway itself asks: a backend has no way to call.
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }

    private async Task<byte[]> DownloadAsync(RenderStatus status)
    {
        using var film = new MemoryStream();
        await Client.DownloadRenderAsync(status, new DownloadTarget(film), default);
        return film.ToArray();
    }

    private static async Task<BackendFault> FaultAsync(Func<Task> call) => (await Assert.ThrowsAsync<BackendException>(call)).Fault;
}
