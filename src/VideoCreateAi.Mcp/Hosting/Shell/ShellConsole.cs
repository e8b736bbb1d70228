using Spectre.Console;

namespace VideoCreateAi.Mcp.Hosting.Shell;

/// <summary>A console that draws. Made only where there is a terminal: nobody else loads the library behind it.</summary>
internal static class ShellConsole
{
    public static IAnsiConsole Create(TextWriter writer, bool isWithoutColor) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Detect,
        ColorSystem = isWithoutColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        Interactive = InteractionSupport.Yes,
        Out = new AnsiConsoleOutput(writer),
    });
}
