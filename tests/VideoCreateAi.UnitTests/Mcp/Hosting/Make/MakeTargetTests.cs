using VideoCreateAi.Mcp.Hosting.Make;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Make;

public sealed class MakeTargetTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("a.mp4", "mp4")]
    [InlineData("a.b.WEBM", "webm")]
    [InlineData("my: film?.gif", "gif")]
    public void A_file_name_gives_folder_name_and_format(string name, string format)
        => Assert.Equal(new MakeTarget(_temp.Path, name, format), MakeTarget.Read(_temp.File(name), force: false));

    [Fact]
    public void A_folder_takes_a_name_made_in_it()
        => Assert.Equal(new MakeTarget(_temp.Path, null, null), MakeTarget.Read(_temp.Path, force: false));

    [Fact]
    public void Without_it_the_usual_place_is_taken()
        => Assert.Equal(new MakeTarget(null, null, null), MakeTarget.Read(null, force: false));

    [Theory]
    [InlineData("", "invalid_argument")]
    [InlineData("{0}/a", "output_format_unknown")]
    [InlineData("{0}/a.avi", "output_format_unknown")]
    [InlineData("{0}/none/a.mp4", "output_folder_missing")]
    [InlineData("{0}/none/", "output_folder_missing")]
    public void A_place_that_is_none_is_refused(string output, string code)
        => Assert.Equal(code, Refused(output.Replace("{0}", _temp.Path, StringComparison.Ordinal), force: true));

    [Fact]
    public void What_is_there_is_replaced_by_force_alone()
    {
        File.WriteAllText(_temp.File("a.mp4"), "x");

        Assert.Equal("output_exists", Refused(_temp.File("a.mp4"), force: false));
        Assert.Equal("a.mp4", MakeTarget.Read(_temp.File("a.mp4"), force: true).FileName);
    }

    [Fact]
    public void A_link_is_there_even_when_it_leads_nowhere_and_is_never_replaced()
    {
        File.CreateSymbolicLink(_temp.File("a.mp4"), _temp.File("nowhere"));

        Assert.Equal("output_exists", Refused(_temp.File("a.mp4"), force: false));
        Assert.Equal("output_not_a_file", Refused(_temp.File("a.mp4"), force: true));
    }

    [Fact]
    public void A_pipe_is_never_replaced()
    {
        Files.UserFolders.Run("mkfifo", _temp.File("a.mp4"));

        Assert.Equal("output_not_a_file", Refused(_temp.File("a.mp4"), force: true));
    }

    private static string Refused(string output, bool force) => Assert.Throws<ToolRefusedException>(() => MakeTarget.Read(output, force)).Code;
}
