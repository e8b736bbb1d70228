using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Hosting.Logging;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Studio.Library;

namespace VideoCreateAi.SafetyTests.Generated;

/// <summary>Whatever somebody else wrote: what is shown, logged or made into a name can neither hide nor steer.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] s_pieces =
    [
        "a", "B", " ", ".", "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "-", "(", ")", "[", "]", "!", "![", "](", "<img ", "</", "<!--", "\n", "\r\n", "\r", "\t", "\0", "\a", "\b", "\u001b", "\u001b[", "31m", "\u001b]0;", "\u001b\\", "\u009b", "\u0085",
        "\u00ad", "\u034f", "\u061c", "\u115f", "\u17b4", "\u180b", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2028", "\u202a", "\u202e", "\u2060", "\u2064", "\u2066", "\u2069", "\u206f", "\u3164", "\ufe00", "\ufe0f", "\ufeff", "\uffa0", "\ufff9", "\ufffd",
        "\ud800", "\udc00", "\ue000", "\U000e0041", "\U000e0101", "\U000f0000", "\U0001d173", "e\u0301", "क्षि", "👨‍👩‍👧", "❤️", "写", "م", "CON", "nul", "com1", ".mp4", ".ssh", "Bearer abcdef", "nmv_usr_abcdef", "?token=abcdef", "&sig=abcdef",
    ];

    private static Gen<string> Text => Gen.Elements(s_pieces).ArrayOf().Select(string.Concat);

    [Fact]
    public void A_text_of_somebody_else_is_shown_bare_and_cleaning_it_again_changes_nothing() => Hold(20_000, text =>
    {
        var clean = UntrustedText.Clean(text, limit: 100_000);
        AssertBare(clean, allowed: "\n\r\t\u200c\u200d");
        Assert.DoesNotContain("](", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("![", clean, StringComparison.Ordinal);
        Assert.Equal(clean, UntrustedText.Clean(clean, limit: 100_000));
    });

    [Fact]
    public void A_name_is_one_line_of_what_can_be_seen() => Hold(15_000, text =>
    {
        AssertBare(UntrustedText.Name(text), allowed: "\u200c\u200d");
        AssertBare(DisplayText.From(text, maxLength: 200), allowed: "");
        AssertBare(DisplayName.Of(text), allowed: "");
        Assert.InRange(DisplayText.From(text, maxLength: 20).Length, 0, 22);
    });

    [Fact]
    public void A_wish_for_a_file_name_is_a_name_and_never_a_path() => Hold(15_000, text =>
    {
        var name = OutputName.Clean(text);
        AssertBare(name, allowed: "");
        Assert.Equal(name, Path.GetFileName(name));
        Assert.False(name.Length == 0 || name[0] == '.' || name[^1] is '.' or ' ' || name.IndexOfAny(['<', '>', ':', '"', '/', '\\', '|', '?', '*']) >= 0, name);
        Assert.False(UserPath.IsWindowsDevice(name), name);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, 200);
    });

    [Fact]
    public void A_log_line_holds_no_secret_and_steers_no_terminal() => Hold(10_000, text =>
    {
        var line = LogText.Clean(text + " Bearer abcdef ?token=abcdef nmv_usr_abcdef");
        Assert.DoesNotContain(line, letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));
        Assert.DoesNotContain("nmv_usr_", line, StringComparison.Ordinal);
        Assert.DoesNotContain("token=abcdef", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer abcdef", line, StringComparison.Ordinal);
    });

    private static void Hold(int tests, Action<string> hold) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests * ProofSize.Times).WithEndSize(30), Prop.ForAll(Text.ToArbitrary(), hold));

    private static void AssertBare(string text, string allowed)
    {
        foreach (var rune in text.EnumerateRunes().Where(rune => !allowed.Contains(rune.ToString(), StringComparison.Ordinal)))
        {
            var category = Rune.GetUnicodeCategory(rune);
            Assert.False(
                category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || rune == Rune.ReplacementChar
                || rune.Value is 0x34F or 0x115F or 0x3164 or 0xFFA0 or 0x17B4 or 0x180B or 0xFE00 or 0xE0101,
                $"U+{rune.Value:X4} is in what is shown");
        }
    }
}
