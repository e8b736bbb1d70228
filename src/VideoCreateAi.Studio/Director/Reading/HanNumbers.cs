using System.Globalization;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Numbers in the signs of Chinese and Japanese: 十五, 三百二十, 一百五, 二〇.</summary>
internal static class HanNumbers
{
    private const string Numerals = "零〇一二两兩三四五六七八九十百千半";

    public static bool IsNumeral(char sign) => Numerals.Contains(sign, StringComparison.Ordinal);

    public static double Read(string text)
    {
        if (text == "半")
        {
            return 0.5;
        }

        if (text.IndexOfAny(['点', '點']) is > 0 and var point)
        {
            var decimals = string.Concat(text[(point + 1)..].Select(sign => Digit(sign) is { } digit ? (char)('0' + digit) : '0'));
            return Read(text[..point]) + double.Parse("0." + decimals, CultureInfo.InvariantCulture);
        }

        var half = text.EndsWith('半') ? 0.5 : 0;
        double total = 0, digits = 0, lastUnit = 1;
        var hasUnit = false;
        foreach (var sign in text.TrimEnd('半'))
        {
            var unit = sign switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit > 0)
            {
                total += (digits == 0 ? 1 : digits) * unit;
                digits = 0;
                lastUnit = unit;
                hasUnit = true;
            }
            else if (Digit(sign) is { } digit)
            {
                digits = hasUnit ? digit : (digits * 10) + digit;
                lastUnit = digit == 0 ? 1 : lastUnit;
            }
        }

        // 一百五 is 150: a digit at the end counts the next smaller unit.
        return total + (hasUnit && lastUnit > 10 ? digits * lastUnit / 10 : digits) + half;
    }

    private static int? Digit(char sign) => sign switch
    {
        '零' or '〇' => 0,
        '一' => 1,
        '二' or '两' or '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => null,
    };
}
