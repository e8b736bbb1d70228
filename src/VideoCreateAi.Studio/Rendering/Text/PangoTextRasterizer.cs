using System.Text;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Draws text with Pango: every script, right to left, colour emoji.</summary>
internal sealed class PangoTextRasterizer(PangoLibrary pango) : ITextRasterizer
{
    // Ends a line without ending the paragraph, whose direction all of its lines share.
    private const char LineEnd = '\u2028';
    private const double Shrink = 0.96;

    // Lines that end better are worth letters that are a little smaller.
    private const double LeastOfLargest = 0.88;
    private const double ShrinkCost = 0.3;
    private const int CheckedSize = 24;

    // Fontconfig's caches do not like many threads at once, and one is fast enough.
    private static readonly Lock s_gate = new();

    public Task<TextBitmap> DrawAsync(TextRequest request, string workFolder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Draw(request));
    }

    public Task<string> MissingAsync(string text, IReadOnlyList<string> fonts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Missing(text, fonts));
    }

    public TextBitmap Draw(TextRequest request)
    {
        request = TextGuard.Of(request);
        lock (s_gate)
        {
            using var page = new PangoPage(pango);
            page.SetAlignment(request.Align);
            var (units, size, ends) = Fit(page, request);
            var (ink, logical) = page.Extents();

            // Swashes and accents may stand out of the logical box.
            var left = Math.Min(ink.X, logical.X);
            var top = Math.Min(ink.Y, logical.Y);
            var width = Math.Clamp(Math.Max(ink.X + ink.Width, logical.X + logical.Width) - left, 1, request.MaxWidth * 2);
            var height = Math.Clamp(Math.Max(ink.Y + ink.Height, logical.Y + logical.Height) - top, 1, request.MaxHeight * 2);
            return new TextBitmap(width, height, page.Paint(request.Color, left, top, width, height), size)
            {
                Cells = Cells(page, request.Text, units, ends, left, top),
                Missing = page.UnknownGlyphs > 0 ? MissingOf(page, request.Text) : "",
            };
        }
    }

    public string Missing(string text, IReadOnlyList<string> fonts)
    {
        var request = TextGuard.Of(new TextRequest(text, fonts, CheckedSize, 1, 1, TextAlign.Left, 0));
        lock (s_gate)
        {
            using var page = new PangoPage(pango);
            page.SetFont(request.Fonts, CheckedSize);
            page.SetText(request.Text);
            return page.UnknownGlyphs > 0 ? MissingOf(page, request.Text) : "";
        }
    }

    private static (TextUnit[] Units, int Size, IReadOnlyList<int> Ends) Fit(PangoPage page, TextRequest request)
    {
        var tracking = TypeRules.Tracking(request.Text);
        page.SetFont(request.Fonts, request.Size, tracking);
        page.SetText(request.Text);
        var units = Units(page, request.Text);
        var line = Math.Max(1.0, page.Extents().Logical.Height) / Math.Max(1, page.LineCount);
        if (request.LineHeight > 0)
        {
            var spacing = TypeRules.LineSpacing(request.Text, line / request.Size, request.LineHeight);
            page.SetLineSpacing(spacing);
            line *= spacing;
        }

        (int Size, IReadOnlyList<int> Ends)? best = null;
        var bestCost = double.PositiveInfinity;
        var largest = 0;
        var breaker = new LineBreaker(units);
        for (var size = request.Size; best is null || size >= largest * LeastOfLargest; size = Smaller(size))
        {
            // Widths and heights grow with the size, so one measurement tells them all.
            var scale = (double)size / request.Size;
            var isLast = size <= TextGuard.LeastSize;
            var mostLines = isLast ? double.PositiveInfinity : request.MaxHeight * 1.1 / (line * scale);
            var lines = breaker.Break(request.MaxWidth / scale, mostLines, anywhere: isLast)
                // Not even a letter has room: whatever is outside is cut off.
                ?? (isLast ? new BrokenLines([units.Length], 0) : null);
            if (lines is not null && (isLast || Fits(page, request, units, size, lines.Ends)))
            {
                largest = Math.Max(largest, size);
                var cost = lines.Cost + (1 - (double)size / largest) * ShrinkCost;
                if (cost < bestCost)
                {
                    (best, bestCost) = ((size, lines.Ends), cost);
                }
            }

            if (isLast)
            {
                break;
            }
        }

        var (chosen, ends) = best!.Value;
        Fits(page, request, units, chosen, ends);
        return (units, chosen, ends);
    }

    private static int Smaller(int size) => Math.Max(TextGuard.LeastSize, Math.Min(size - 1, (int)(size * Shrink)));

    /// <summary>Lays the lines out and measures them.</summary>
    private static bool Fits(PangoPage page, TextRequest request, TextUnit[] units, int size, IReadOnlyList<int> ends)
    {
        page.SetFont(request.Fonts, size, TypeRules.Tracking(request.Text));
        page.SetText(Laid(request.Text, units, ends));
        var (_, logical) = page.Extents();
        return logical.Width <= request.MaxWidth && logical.Height <= request.MaxHeight;
    }

    private static TextUnit[] Units(PangoPage page, string text)
    {
        var graphemes = Graphemes.Of(text);
        var ends = page.LineEnds();
        var isJapanese = BreakRules.HasKana(text);
        var isCapitals = TypeRules.Tracking(text) > 0;
        var phrases = EastAsianPhrases.Costs(text);
        var units = new TextUnit[graphemes.Count];
        var (bytes, points, word) = (0, 0, 0);
        for (var i = 0; i < units.Length; i++)
        {
            var (start, end) = graphemes[i];
            var letter = text.AsSpan(start, end - start);
            var advance = Box(page, letter, ref bytes).Width;
            foreach (var _ in letter.EnumerateRunes())
            {
                points++;
            }

            var next = i + 1 < units.Length ? text.AsSpan(graphemes[i + 1].Start, graphemes[i + 1].End - graphemes[i + 1].Start) : default;
            var mayEnd = points < ends.Length && ends[points] && next.Length > 0;
            var cost = mayEnd ? BreakRules.Cost(letter, next, isJapanese) : null;
            if (cost is { } known && phrases[end] > 0)
            {
                cost = isJapanese && BreakRules.IsHan(letter, next) ? Math.Max(known, phrases[end]) : phrases[end];
            }

            if (letter.IsWhiteSpace())
            {
                cost += BreakRules.Leans(text.AsSpan(word, start - word), isCapitals) ? BreakRules.Middling : 0;
                word = end;
            }

            units[i] = new TextUnit(start, end, advance, letter.IsWhiteSpace(), cost, letter is "\n");
        }

        return units;
    }

    private static string Laid(string text, TextUnit[] units, IReadOnlyList<int> ends)
    {
        var laid = new StringBuilder(text.Length + ends.Count);
        var first = 0;
        foreach (var end in ends)
        {
            var last = end;
            while (last > first && units[last - 1].IsSpace)
            {
                last--;
            }

            for (var i = first; i < last; i++)
            {
                laid.Append(text, units[i].Start, units[i].End - units[i].Start);
            }

            if (end < units.Length)
            {
                laid.Append(units[end - 1].IsHardBreak ? '\n' : LineEnd);
            }

            first = end;
        }

        return laid.ToString();
    }

    private static List<TextCell> Cells(
        PangoPage page, string text, TextUnit[] units, IReadOnlyList<int> ends, int left, int top)
    {
        List<TextCell> cells = [];
        var (first, bytes) = (0, 0);
        for (var line = 0; line < ends.Count; line++)
        {
            var last = ends[line];
            while (last > first && units[last - 1].IsSpace)
            {
                last--;
            }

            for (var i = first; i < last; i++)
            {
                var unit = units[i];
                var (x, y, width, height, isRightToLeft) = Box(page, text.AsSpan(unit.Start, unit.End - unit.Start), ref bytes);
                cells.Add(new TextCell(
                    unit.Start, unit.End, line, (float)(x - left), (float)(y - top), (float)width, (float)height, isRightToLeft,
                    i + 1 == last || unit.BreakCost is not null));
            }

            bytes += ends[line] < units.Length ? units[ends[line] - 1].IsHardBreak ? 1 : Encoding.UTF8.GetByteCount([LineEnd]) : 0;
            first = ends[line];
        }

        return cells;
    }

    /// <param name="bytes">Where the letter begins in the UTF-8 text; moved to where it ends.</param>
    private static (double X, double Y, double Width, double Height, bool IsRightToLeft) Box(PangoPage page, ReadOnlySpan<char> letter, ref int bytes)
    {
        var (left, right, top, bottom) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        var isRightToLeft = false;
        foreach (var rune in letter.EnumerateRunes())
        {
            var (x, y, width, height) = page.Place(bytes);
            isRightToLeft |= width < 0;
            (left, right) = (Math.Min(left, Math.Min(x, x + width)), Math.Max(right, Math.Max(x, x + width)));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y + height));
            bytes += rune.Utf8SequenceLength;
        }

        return (left, top, right - left, bottom - top, isRightToLeft);
    }

    private static string MissingOf(PangoPage page, string text)
    {
        var missing = new StringBuilder();
        foreach (var letter in Graphemes.Of(text).Select(letter => text[letter.Start..letter.End]).Distinct())
        {
            page.SetText(letter);
            if (page.UnknownGlyphs > 0)
            {
                missing.Append(letter);
            }
        }

        return missing.ToString();
    }
}
