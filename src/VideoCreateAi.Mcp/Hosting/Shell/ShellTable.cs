using Spectre.Console;

namespace VideoCreateAi.Mcp.Hosting.Shell;

/// <summary>Rows under headings: drawn on a terminal, plain columns elsewhere.</summary>
internal static class ShellTable
{
    private const int Gap = 2;

    /// <param name="drawn">Makes the console that draws; null = plain.</param>
    /// <param name="rightFrom">From this column on numbers stand to the right, but for a last one of words.</param>
    public static void Write(TextWriter output, Func<IAnsiConsole>? drawn, string[] headings, IReadOnlyList<string[]> rows, int rightFrom)
    {
        if (drawn is null)
        {
            WritePlain(output, headings, rows, rightFrom);
        }
        else
        {
            Draw(drawn(), headings, rows, rightFrom);
        }
    }

    private static void WritePlain(TextWriter output, string[] headings, IReadOnlyList<string[]> rows, int rightFrom)
    {
        var widths = headings.Select((heading, column) => rows.Select(row => row[column].Length).Append(heading.Length).Max()).ToArray();
        foreach (var row in rows.Prepend(headings))
        {
            var cells = row.Select((cell, column) => IsRight(column, headings, rightFrom) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            output.WriteLine(string.Join(new string(' ', Gap), cells).TrimEnd());
        }
    }

    private static void Draw(IAnsiConsole console, string[] headings, IReadOnlyList<string[]> rows, int rightFrom)
    {
        var table = new Table { Border = TableBorder.Rounded };
        for (var column = 0; column < headings.Length; column++)
        {
            table.AddColumn(new TableColumn(Markup.Escape(headings[column])) { Alignment = IsRight(column, headings, rightFrom) ? Justify.Right : Justify.Left });
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(table);
    }

    private static bool IsRight(int column, string[] headings, int rightFrom) => column >= rightFrom && headings[column] != "By";
}
