namespace VideoCreateAi.Mcp.Files;

/// <summary>What a finished export says about itself, read without a decoder. A download that was cut looks like a success
/// when the sender closes the connection, so the file has to prove that it is whole.</summary>
/// <param name="Duration">Null where the container does not tell without decoding (webm, gif), and of a picture.</param>
/// <param name="Width">As shown, after rotation; null for webm and sound.</param>
/// <param name="Height">As shown, after rotation; null for webm and sound.</param>
/// <param name="IsProven">False for a form that may end anywhere (fragments, a live recording): such a file looks whole when it is cut.</param>
internal sealed record FinishedVideo(string Extension, long Length, TimeSpan? Duration, int? Width, int? Height, bool IsProven = true)
{
    /// <summary>Judges a file that lies on the disk under its name.</summary>
    /// <exception cref="FinishedVideoException">It is something else, or a part of it is missing.</exception>
    public static FinishedVideo Verify(string path, string extension)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Verify(file, extension);
    }

    /// <summary>Judges the whole file; the stream's position is not kept.</summary>
    /// <param name="extension">The format that was asked for; a text is no finished video.</param>
    /// <param name="length">What the length has to fit to; null = any will do.</param>
    /// <exception cref="FinishedVideoException">It is something else, a part of it is missing, or it is of another length.</exception>
    public static FinishedVideo Verify(Stream file, string extension, ExpectedLength? length = null)
    {
        var video = Read(file, extension);
        return video.Duration is { } duration && length?.Allows(duration) == false
            ? throw new FinishedVideoException("it is shorter or longer than the timeline")
            : video;
    }

    /// <summary>Whether the content alone proves that nothing of it is missing; the stream's position is kept.</summary>
    public static bool IsWhole(Stream file, string extension)
    {
        var position = file.Position;
        try
        {
            return Read(file, extension).IsProven;
        }
        catch (FinishedVideoException)
        {
            return false;
        }
        finally
        {
            file.Position = position;
        }
    }

    private static FinishedVideo Read(Stream file, string extension)
    {
        var head = new byte[FirstBytes.Needed];
        file.Position = 0;
        var got = head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        if (got.IsEmpty)
        {
            throw new FinishedVideoException("it is empty");
        }

        if (ScriptText.LooksLikeText(got))
        {
            throw new FinishedVideoException("a text or a web page came in its place");
        }

        var found = FirstBytes.Accepted(got);
        return OutputName.CheckedExtension(extension) switch
        {
            "mp4" or "mov" when found == FileFormat.Mp4 || found == FileFormat.Mov => MovieBoxes.Read(file, extension),
            "webm" when found == FileFormat.WebM && SegmentEnd(got) is { } end && end <= file.Length =>
                new(extension, file.Length, null, null, null, IsProven: end > 0),
            "gif" when found == FileFormat.Gif => GifBlocks.Read(file),
            "wav" when found == FileFormat.Wav => SoundFrames.Wave(file),
            "mp3" when found == FileFormat.Mp3 => SoundFrames.Mp3(file, got),
            "jpg" when found == FileFormat.Jpg => PictureMarks.Jpeg(file),
            "png" when found == FileFormat.Png => PictureMarks.Png(file, got),
            _ => throw new FinishedVideoException($"it is no whole {extension} file"),
        };
    }

    // The segment says how long it is, unless it was written live: then all size bits are set, and this is 0.
    private static long? SegmentEnd(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf((ReadOnlySpan<byte>)[0x18, 0x53, 0x80, 0x67]);
        if (at < 0 || at + 12 > head.Length || head[at + 4] == 0)
        {
            return null;
        }

        var size = head[(at + 4)..];
        var bytes = System.Numerics.BitOperations.LeadingZeroCount(size[0]) - 24 + 1;
        var (value, unknown) = ((long)size[0] & ((1 << (8 - bytes)) - 1), (1L << (7 * bytes)) - 1);
        for (var i = 1; i < bytes; i++)
        {
            value = value << 8 | size[i];
        }

        return value == unknown ? 0 : at + 4 + bytes + value;
    }
}
