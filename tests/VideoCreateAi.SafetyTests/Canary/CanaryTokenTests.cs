using System.Text;
using System.Text.Json;
using VideoCreateAi.TestKit;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.SafetyTests.Canary;

/// <summary>A search that finds nothing proves something only when it would find what is there.</summary>
public sealed class CanaryTokenTests
{
    private readonly CanaryToken _token = CanaryToken.New();

    public static TheoryData<string> Forms => ["as it is", "UPPER", "lower", "hex", "HEX", "base64 0", "base64 1", "base64 2", "base64url", "percent", "JSON", "UTF-16"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void It_is_found_in_every_form(string form)
    {
        Assert.NotNull(_token.FormIn([.. "before "u8, .. Written(form), .. " behind"u8]));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void It_is_found_in_a_file_wherever_it_stands(string form)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("deep"));
        byte[] written = Written(form);
        var border = 1024 * 1024;
        File.WriteAllBytes(folder.File("deep/file"), [.. new byte[border - (written.Length / 2)], .. written, .. new byte[border]]);

        Assert.StartsWith(folder.File("deep/file"), Assert.Single(_token.FilesIn(folder.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_token_is_not_taken_for_it() => Assert.Null(_token.FormIn(CanaryToken.New().Value));

    private byte[] Written(string form) => form switch
    {
        "UPPER" => Encoding.UTF8.GetBytes(_token.Value.ToUpperInvariant()),
        "lower" => Encoding.UTF8.GetBytes(_token.Value.ToLowerInvariant()),
        "hex" => Encoding.UTF8.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(_token.Value))),
        "HEX" => Encoding.UTF8.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(_token.Value))),
        "base64url" => Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"Bearer {_token.Value}")).Replace('+', '-').Replace('/', '_')),
        "percent" => Encoding.UTF8.GetBytes(Uri.EscapeDataString(_token.Value)),
        "JSON" => JsonEncodedText.Encode(_token.Value).EncodedUtf8Bytes.ToArray(),
        "UTF-16" => Encoding.Unicode.GetBytes(_token.Value),
        _ when form.StartsWith("base64", StringComparison.Ordinal) => Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('?', form[^1] - '0') + _token.Value + "!"))),
        _ => Encoding.UTF8.GetBytes(_token.Value),
    };
}
