using System.Text.Json.Nodes;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>A disk of one megabyte that fills up, and one that takes nothing; and the library that counts operations, which
/// refuses those for which there would be no room: it does so at each of them, and is all there is where nobody may mount a disk.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private const int NoSpace = 28;
    private const int ReadOnly = 30;

    private readonly TempFolder _folder = new();
    private readonly SmallDisk _disk;
    private PaidStage _stage = null!;
    private PublishedProgram? _program;
    private bool _isMounted = SmallDisk.CanMount;

    public FullDiskTests()
    {
        _disk = new SmallDisk(_folder.Path);
    }

    public async Task InitializeAsync() => _stage = await PaidStage.BeginAsync();

    public async Task DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        await _stage.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_paid_edit_is_sent_once_or_refused_whatever_room_is_left_and_goes_through_when_there_is_some(bool mounted)
    {
        _isMounted &= mounted;
        await StartAsync(_folder.Path, _stage.OutputFolder);
        List<string> refused = [];
        await AssertMadeAsync(0);
        for (var pages = 0; pages < 24; pages++)
        {
            await WithRoomAsync(pages, async () =>
            {
                var reply = await MakeAsync(pages + 1);
                var code = reply.Word("error_code") ?? reply.Code;
                Assert.True(reply.Status == "done" || code == "ledger_unwritable", reply.Text);
                Assert.Equal(reply.Status == "done" ? 1 : 0, MessagesOf(pages + 1));
                refused.AddRange(code is null ? [] : [code]);
            });

            await AssertMadeAsync(pages + 1);
        }

        Assert.NotEmpty(refused);
    }

    [Theory]
    [InlineData("dd if=/dev/zero of=\"$0/filler\" bs=4096 2>/dev/null || true", NoSpace)]
    [InlineData("mount -o remount,ro \"$0\"", ReadOnly)]
    public async Task A_program_that_starts_on_a_disk_that_takes_nothing_sends_nothing_that_costs(string prepare, int error)
    {
        if (!_isMounted)
        {
            _stage.Page.FailAt(1, error, lasting: true);
        }

        await StartAsync(_folder.Path, _stage.OutputFolder, prepare);

        var reply = await MakeAsync(1);

        Assert.True(reply.Code is "ledger_not_durable" or "ledger_unwritable", reply.Text);
        Assert.Equal(0, MessagesOf(1));
        Assert.Empty(_stage.Cloud.Projects);
        Assert.Null((await _program!.CallAsync("get_credits", [])).Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_export_that_does_not_fit_is_refused_leaves_nothing_and_is_not_rendered_anew_when_there_is_room(bool mounted)
    {
        _isMounted &= mounted;
        await StartAsync(_stage.DataFolder, _folder.Path);
        await AssertMadeAsync(0);
        var project = (await _program!.CallAsync("list_projects", [])).Data.GetProperty("projects")[0].GetProperty("project_id").GetString();
        var ask = new JsonObject { ["project_id"] = project, ["wait_seconds"] = 600 };

        await WithRoomAsync(4, async () => Assert.Equal("output_folder_full", (await _program!.CallAsync("export_video", ask)).Word("error_code")));
        var reply = await _program!.CallAsync("export_video", ask);

        Assert.Equal("done", reply.Status);
        Assert.Single(_stage.Cloud.Renders);
        var folder = _isMounted ? $"/proc/{_program.ProcessId}/root{_folder.Path}" : _folder.Path;
        Assert.Equal([Path.GetFileName(reply.Path)], Directory.GetFiles(folder, "*", new EnumerationOptions { AttributesToSkip = 0 }).Select(Path.GetFileName));
    }

    private async Task StartAsync(string dataFolder, string outputFolder, string prepare = "true")
    {
        _program = await _stage.StartAsync(
            isWatched: !_isMounted, before: _isMounted ? _disk.Command(prepare) : [], dataFolder: dataFolder, outputFolder: outputFolder, watched: _folder.Path);
        _disk.StartedAs(_program.ProcessId);
    }

    private async Task WithRoomAsync(int pages, Func<Task> act)
    {
        if (_isMounted)
        {
            _disk.LeaveFree(pages);
        }
        else
        {
            _stage.Page.FailAt((uint)pages + 1, NoSpace, lasting: true);
        }

        await act();
        if (_isMounted)
        {
            _disk.Free();
        }
        else
        {
            _stage.Page.Disarm();
        }
    }

    private Task<ToolReply> MakeAsync(int number)
    {
        var arguments = Flow.Editing.Arguments(_stage, number, "");
        arguments["wait_seconds"] = 600;
        return _program!.CallAsync(Flow.Editing.Tool, arguments);
    }

    private async Task AssertMadeAsync(int number)
    {
        // A refusal that the full disk did not take as told is told once more.
        for (var told = 0; MessagesOf(number) == 0; told++)
        {
            var reply = await MakeAsync(number);
            Assert.True(reply.Status == "done" || (told == 0 && reply.Word("error_code") == "ledger_unwritable"), reply.Text);
        }

        Assert.Equal(1, MessagesOf(number));
    }

    private int MessagesOf(int number) => _stage.Cloud.Projects.Sum(project => project.Messages.Count(message => message == Flow.Words(number)));
}
