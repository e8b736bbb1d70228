using System.Globalization;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Files;

public sealed class FirstBytesTests
{
    [Theory]
    [InlineData("a.mp4", "mp4")]
    [InlineData("a.mov", "mov")]
    [InlineData("a.avi", "avi")]
    [InlineData("a.webm", "webm")]
    [InlineData("a.mkv", "mkv")]
    [InlineData("a.jpg", "jpg")]
    [InlineData("a.png", "png")]
    [InlineData("a.gif", "gif")]
    [InlineData("a.webp", "webp")]
    [InlineData("a.mp3", "mp3")]
    [InlineData("a.wav", "wav")]
    [InlineData("a.m4a", "m4a")]
    [InlineData("a.aac", "aac")]
    public void Each_accepted_format_is_known_as_ffmpeg_writes_it(string name, string extension)
    {
        using var temp = new TempFolder();
        var sound = extension is "mp3" or "wav" or "m4a" or "aac";
        UserFolders.Run("ffmpeg", [
            "-v", "error", "-f", "lavfi", "-i", sound ? "sine=duration=0.5" : "testsrc=size=64x36:rate=10:duration=0.5",
            .. extension is "jpg" or "png" or "webp" ? new[] { "-frames:v", "1" } : [], temp.File(name)]);

        var bytes = File.ReadAllBytes(temp.File(name));

        Assert.Equal(extension, FirstBytes.Accepted(bytes.AsSpan(0, Math.Min(bytes.Length, FirstBytes.Needed)))?.Extension);
    }

    [Theory]
    [InlineData("00000018 66747970 33677034 00000000 69736F6D 33677034", "mp4")]
    [InlineData("00000014 66747970 4D344220 00000000 4D344220", "m4a")]
    [InlineData("00000008 77696465 00001000 6D646174", "mov")]
    [InlineData("FFFB9064 00000000", "mp3")]
    [InlineData("FFF15080 00000000", "aac")]
    [InlineData("49443304 00000000 0000FFF1 50800000 00", "aac")]
    public void Rarer_beginnings_are_known(string bytes, string extension)
        => Assert.Equal(extension, FirstBytes.Accepted(Bytes(bytes))?.Extension);

    [Theory]
    [InlineData("00000018 66747970 68656963 00000000 6D696631 68656963", "HEIC")]
    [InlineData("00000018 66747970 6D696631 00000000 6D696631 68656963", "HEIC")]
    [InlineData("0000001C 66747970 6D696631 00000000 6D696631 61766966 6D696166", "AVIF")]
    [InlineData("00000018 66747970 61766966 00000000 6D696631 61766966", "AVIF")]
    [InlineData("25504446 2D312E37", "PDF")]
    [InlineData("504B0304 14000000", "archive")]
    [InlineData("1F8B0800 00000000", "archive")]
    [InlineData("4F676753 00020000", "Ogg")]
    [InlineData("664C6143 00000022", "FLAC")]
    public void What_people_hand_over_in_good_faith_is_named(string bytes, string name)
    {
        Assert.Null(FirstBytes.Accepted(Bytes(bytes)));
        Assert.Contains(name, FirstBytes.Refused(Bytes(bytes))!.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("FF")]
    [InlineData("FFFE4100 42004300")]
    [InlineData("52494646 00000000 58585858 00000000")]
    [InlineData("1A45DFA3 00000000 00000000 00000000")]
    [InlineData("00000018 66747970 58585858 00000000 58585858 58585858")]
    public void Anything_else_is_not_guessed_at(string bytes)
    {
        Assert.Null(FirstBytes.Accepted(Bytes(bytes)));
        Assert.Null(FirstBytes.Refused(Bytes(bytes)));
    }

    [Fact]
    public void Every_short_or_random_beginning_gets_an_answer()
    {
        var random = new Random(11);
        for (var attempt = 0; attempt < 20_000; attempt++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            FirstBytes.Accepted(bytes);
            ScriptText.LooksLikeText(bytes);
        }
    }

    private static byte[] Bytes(string hex)
        => [.. hex.Replace(" ", "", StringComparison.Ordinal).Chunk(2).Select(pair => byte.Parse(pair, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
