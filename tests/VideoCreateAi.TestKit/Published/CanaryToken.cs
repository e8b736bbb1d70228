using System.Text;
using System.Text.Json;

namespace VideoCreateAi.TestKit.Published;

/// <summary>A secret that is easy to find again, in whatever form it comes out: as it is, in other letters, as hex, as base64 at any
/// place of a longer text, and as part of an address.</summary>
public sealed class CanaryToken
{
    /// <summary>A word shorter than this stands in ordinary files too.</summary>
    private const int LeastLength = 12;

    private const int PieceBytes = 1024 * 1024;

    private readonly (string Form, byte[] Bytes, bool AnyCase)[] _forms;

    public CanaryToken(string value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value.Length, LeastLength);
        Value = value;
        var bytes = Encoding.UTF8.GetBytes(value);
        _forms =
        [
            ("plain", Small(bytes), true),
            ("UTF-16", Encoding.Unicode.GetBytes(value), false),
            ("hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)), true),
            ("percent", Small(Encoding.ASCII.GetBytes(Uri.EscapeDataString(value))), true),
            ("JSON", Small(JsonEncodedText.Encode(value).EncodedUtf8Bytes), true),
            .. Enumerable.Range(0, 3).Select(shift => ("base64", Base64At(bytes, shift), false)),
            .. Enumerable.Range(0, 3).Select(shift => ("base64url", Base64At(bytes, shift).Select(UrlLetter).ToArray(), false)),
        ];
    }

    /// <summary>One with all signs that are written differently elsewhere, and unlike any other.</summary>
    public static CanaryToken New() => new($"nmv_usr_Canary+{Guid.NewGuid():N}/x=");

    public string Value { get; }

    /// <returns>The form in which it stands there; null when it does not.</returns>
    public string? FormIn(ReadOnlySpan<byte> bytes)
    {
        var small = Small(bytes);
        foreach (var (form, wanted, anyCase) in _forms)
        {
            if ((anyCase ? small : bytes).IndexOf(wanted) >= 0)
            {
                return form;
            }
        }

        return null;
    }

    public string? FormIn(string text) => FormIn(Encoding.UTF8.GetBytes(text));

    /// <summary>The files that hold it, with the form in which they do. Locks, which are empty and let nobody in, are left out.</summary>
    public IReadOnlyList<string> FilesIn(params IEnumerable<string> folders) =>
    [
        .. folders
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            .Where(path => !path.EndsWith(".sock", StringComparison.Ordinal) && new FileInfo(path).Length > 0)
            .Select(path => (Path: path, Form: FormInFile(path)))
            .Where(file => file.Form is not null)
            .Select(file => $"{file.Path} ({file.Form})"),
    ];

    /// <summary>What of its base64 is the same whatever stands before it, in front of it <paramref name="shift"/> bytes, and behind it.</summary>
    private static byte[] Base64At(byte[] bytes, int shift)
    {
        var text = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
        return Encoding.ASCII.GetBytes(text[(shift == 0 ? 0 : shift + 1)..^1]);
    }

    private static byte UrlLetter(byte letter) => letter switch { (byte)'+' => (byte)'-', (byte)'/' => (byte)'_', _ => letter };

    private static byte[] Small(ReadOnlySpan<byte> bytes)
    {
        var small = bytes.ToArray();
        foreach (ref var letter in small.AsSpan())
        {
            letter = letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter | 0x20) : letter;
        }

        return small;
    }

    /// <summary>A piece at a time: some files are larger than what a test should hold in memory.</summary>
    private string? FormInFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var overlap = _forms.Max(form => form.Bytes.Length) - 1;
        var piece = new byte[PieceBytes];
        var kept = 0;
        int read;
        while ((read = file.Read(piece.AsSpan(kept))) > 0)
        {
            var length = kept + read;
            if (FormIn(piece.AsSpan(0, length)) is { } form)
            {
                return form;
            }

            kept = Math.Min(overlap, length);
            piece.AsSpan(length - kept, kept).CopyTo(piece);
        }

        return null;
    }
}
