using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Studio.Library;

public sealed class MediaLibraryTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SandboxedToolRunner _tools = new(new ToolOptions(), NullLogger<SandboxedToolRunner>.Instance);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mp4", "Video", "libx264", "aac")]
    [InlineData("mov", "Video", "libx264", "aac")]
    [InlineData("avi", "Video", "mpeg4", "libmp3lame")]
    [InlineData("webm", "Video", "libvpx", "libvorbis")]
    [InlineData("matroska", "Video", "libx264", "aac")]
    [InlineData("gif", "Video", "gif", null)]
    [InlineData("mp3", "Audio", null, "libmp3lame")]
    [InlineData("wav", "Audio", null, "pcm_s16le")]
    [InlineData("ipod", "Audio", null, "aac")]
    [InlineData("adts", "Audio", null, "aac")]
    public async Task Every_moving_or_sounding_type_is_known_by_its_content(string muxer, string kind, string? picture, string? sound)
    {
        var bytes = await ClipAsync(muxer, picture, sound);

        var file = await AddAsync("a name that says nothing", bytes);

        Assert.Equal(kind, file.Kind.ToString());
        Assert.InRange(file.Info.Duration.TotalSeconds, 2.9, 3.2);
        Assert.Equal(picture is null ? (0, 0) : (64, 48), (file.Info.Width, file.Info.Height));
        Assert.Equal(sound is not null, file.Info.HasSound);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Hash);
    }

    [Theory]
    [InlineData("mjpeg", "image2", "jpg")]
    [InlineData("png", "image2", "png")]
    [InlineData("libwebp", "webp", "webp")]
    [InlineData("gif", "gif", "gif")]
    public async Task Every_still_type_is_known_by_its_content(string codec, string muxer, string extension)
    {
        var file = await AddAsync("photo.mp4", await StillAsync(codec, muxer));

        Assert.Equal((MediaKind.Image, extension), (file.Kind, file.Format.Extension));
        Assert.Equal((64, 48), (file.Info.Width, file.Info.Height));
        Assert.Equal(TimeSpan.Zero, file.Info.Duration);
    }

    [Fact]
    public async Task A_JPEG_that_ends_in_the_middle_is_refused()
    {
        var whole = await StillAsync("mjpeg", "image2");

        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(() => AddAsync("cut.jpg", whole[..(whole.Length * 3 / 4)]));

        Assert.Equal(MediaRefusal.UnreadableMedia, refusal.Reason);
    }

    [Fact]
    public async Task A_JPEG_that_lies_on_its_side_has_the_size_that_is_seen()
    {
        var file = await AddAsync("phone.jpg", ExifJpeg.Of(await StillAsync("mjpeg", "image2"), 6));

        Assert.Equal((48, 64, Orientation.Rotate90), (file.Info.Width, file.Info.Height, file.Info.Orientation));
    }

    [Fact]
    public async Task A_clip_held_upright_by_a_phone_has_the_size_that_is_seen()
    {
        var path = _folder.File("flat.mp4");
        await File.WriteAllBytesAsync(path, await ClipAsync("mp4", "libx264", "aac"));
        var turned = await MakeAsync(
            new FfmpegArguments().ForcedInput("mov", path, InputGuards.Clip).Option("c", "copy").Option("metadata:s:v:0", "rotate=270"),
            "mp4",
            fastStart: false);

        var file = await AddAsync("phone.mp4", turned);

        Assert.Equal((48, 64, Orientation.Rotate90), (file.Info.Width, file.Info.Height, file.Info.Orientation));
    }

    [Theory]
    [InlineData("#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:10,\nfile:///etc/passwd\n", "playlist")]
    [InlineData("ffconcat version 1.0\nfile secret.mp4\n", "list of files")]
    [InlineData("just some words that somebody named .mp4", "text")]
    [InlineData("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", "SVG")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "HEIC")]
    [InlineData("\0\0\0\u0018ftypavif\0\0\0\0mif1avif", "AVIF")]
    [InlineData("PK\u0003\u0004 and so on and so on and so on", "unpack")]
    public async Task What_is_not_media_is_refused_with_the_accepted_types(string content, string word)
    {
        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(() => AddAsync("x.jpg", Encoding.Latin1.GetBytes(content)));

        Assert.Equal(4001, refusal.Code);
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Left());
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(() => AddAsync("x.mp4", []));

        Assert.Equal("empty_file", refusal.Reason);
    }

    [Fact]
    public async Task A_picture_that_would_unpack_to_gigabytes_is_refused_by_its_header()
    {
        byte[] header = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0xFF, 0xDC, 0, 0, 0xFF, 0xDC, 8, 6, 0, 0, 0, 1, 2, 3, 4];

        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(() => AddAsync("x.png", header));

        Assert.Equal("too_large_picture", refusal.Reason);
        Assert.Contains("65500×65500", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clip_whose_end_is_missing_is_refused()
    {
        var bytes = await ClipAsync("mp4", "libx264", "aac");

        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(() => AddAsync("x.mp4", bytes[..(bytes.Length * 2 / 3)]));

        Assert.Equal("unreadable_media", refusal.Reason);
        Assert.Empty(Left());
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_before_and_while_it_arrives()
    {
        var library = Library(mostBytes: 1000);

        var announced = await Assert.ThrowsAsync<MediaRefusedException>(
            () => library.AddAsync("x.mp4", Stream.Null, 2000, CancellationToken.None));
        var arriving = await Assert.ThrowsAsync<MediaRefusedException>(
            () => library.AddAsync("x.mp4", new MemoryStream(new byte[2000]), null, CancellationToken.None));

        Assert.Equal((4002, 4002), (announced.Code, arriving.Code));
        Assert.Empty(Left());
    }

    [Fact]
    public async Task Fewer_bytes_than_announced_are_no_file()
    {
        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(
            () => Library().AddAsync("x.mp4", new MemoryStream(new byte[10]), 20, CancellationToken.None));

        Assert.Equal("incomplete_upload", refusal.Reason);
    }

    [Fact]
    public async Task Media_is_known_again_after_a_restart_and_gone_after_removal()
    {
        var added = await AddAsync("sea.png", await StillAsync("png", "image2"));

        var library = Library();
        Assert.Equal(added, library.Get(added.Id));
        Assert.Equal([added], library.RestoreAll());
        Assert.True(library.Remove(added.Id));
        Assert.Throws<KeyNotFoundException>(() => library.Get(added.Id));
        Assert.Empty(Left());
    }

    [Theory]
    [InlineData("../m_0123456789abcdef0123456789abcdef")]
    [InlineData("m_..")]
    [InlineData("")]
    public void An_id_that_is_none_never_becomes_a_path(string id)
        => Assert.Throws<KeyNotFoundException>(() => Library().Get(id));

    [Fact]
    public async Task What_a_crash_left_half_done_is_swept_at_the_start()
    {
        await AddAsync("sea.png", await StillAsync("png", "image2"));
        var half = Directory.CreateDirectory(Path.Combine(MediaFolder, ".incoming", "half"));
        await File.WriteAllTextAsync(Path.Combine(half.FullName, "source"), "half");

        _ = Library();

        Assert.False(half.Exists && Directory.Exists(half.FullName));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\beach.jpg", "beach.jpg")]
    [InlineData("a\u001b[31m\u202Egpj.exe\n.png", "a[31mgpj.exe.png")]
    [InlineData("..", "media")]
    public void A_name_is_shown_without_paths_and_tricks(string original, string shown)
        => Assert.Equal(shown, DisplayName.Of(original));

    private string MediaFolder => _folder.File("media");

    private MediaLibrary Library(long mostBytes = 500 * 1024 * 1024) => new(
        new LibraryOptions { Folder = MediaFolder, MostBytes = mostBytes, FreeSpaceFloor = 0 },
        new MediaInspector(_tools),
        NullLogger<MediaLibrary>.Instance);

    private Task<MediaFile> AddAsync(string name, byte[] bytes)
        => Library().AddAsync(name, new MemoryStream(bytes), bytes.Length, CancellationToken.None);

    private IEnumerable<string> Left()
        => Directory.EnumerateFileSystemEntries(MediaFolder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != ".incoming");

    private async Task<byte[]> ClipAsync(string muxer, string? picture, string? sound)
    {
        var arguments = new FfmpegArguments()
            .Option("f", "lavfi").Option("i", "testsrc=size=64x48:rate=10")
            .Option("f", "lavfi").Option("i", "sine=frequency=440");
        _ = picture is null ? arguments.NoVideo() : arguments.Map("0:v").VideoCodec(picture).PixelFormat(picture == "gif" ? "rgb8" : "yuv420p");
        _ = sound is null ? arguments.NoAudio() : arguments.Map("1:a").AudioCodec(sound);
        return await MakeAsync(arguments.Duration(TimeSpan.FromSeconds(3)), muxer, muxer is "mp4");
    }

    private Task<byte[]> StillAsync(string codec, string muxer)
    {
        var arguments = new FfmpegArguments().Option("f", "lavfi").Option("i", "testsrc=size=64x48").VideoCodec(codec).Frames(1);
        return MakeAsync(muxer == "image2" ? arguments.Option("update", "1") : arguments, muxer, fastStart: false);
    }

    private async Task<byte[]> MakeAsync(FfmpegArguments arguments, string muxer, bool fastStart)
    {
        var path = _folder.File("made");
        var complete = fastStart ? arguments.FastStartOutput(path, muxer) : arguments.Output(muxer, path);
        await _tools.RunAsync(
            new ToolRun { Tool = MediaTool.Ffmpeg, Arguments = complete.Build(), WorkFolder = _folder.Path },
            CancellationToken.None);
        return await File.ReadAllBytesAsync(path);
    }
}
