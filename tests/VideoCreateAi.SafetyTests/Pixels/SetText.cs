using System.Globalization;
using VideoCreateAi.Studio.Rendering.Text;

namespace VideoCreateAi.SafetyTests.Pixels;

/// <summary>How a text is set: of what was drawn only the size and where lines end, so that letters come from the title itself.</summary>
internal sealed record SetText(IReadOnlyList<(string Text, int Breaks)> Lines, string Font, double Tracking, double Spacing)
{
    public static SetText Of(string shown, TextRequest request, TextBitmap facts, Typesetter typesetter)
    {
        var lines = new List<(string, int)>();
        var end = 0;
        foreach (var line in facts.Cells.GroupBy(cell => cell.Line).OrderBy(line => line.Key))
        {
            var (first, last) = (line.Min(cell => cell.Start), line.Max(cell => cell.End));
            Assert.True(last <= shown.Length && string.IsNullOrWhiteSpace(shown[end..first]), $"letters are missing in {shown}");
            lines.Add((shown[first..last], shown[end..first].Count(letter => letter == '\n')));
            end = last;
        }

        Assert.True(string.IsNullOrWhiteSpace(shown[end..]), $"letters are missing in {shown}");
        var tracking = TypeRules.Tracking(shown);
        var asked = Described(request, request.Size);
        var natural = typesetter.LineHeight(shown, asked, tracking * request.Size);
        return new SetText(lines, Described(request, facts.FontSize), tracking * facts.FontSize, TypeRules.LineSpacing(shown, natural / request.Size, request.LineHeight));
    }

    /// <summary>The text as a program gets it that ends lines where the text does.</summary>
    public string AsFile() =>
        string.Concat(Lines.Select((line, number) => (number == 0 ? "" : line.Breaks == 0 ? "\u2028" : new string('\n', line.Breaks)) + line.Text));

    private static string Described(TextRequest request, int size) => string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', request.Fonts)} Bold {size}px");
}
