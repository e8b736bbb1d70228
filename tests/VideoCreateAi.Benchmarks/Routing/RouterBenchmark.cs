using System.Diagnostics;
using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.Benchmarks.Routing;

/// <summary>What it costs to read a message of about 200 characters. The least of many short rounds: what others do on the machine is not in it.</summary>
internal static class RouterBenchmark
{
    private const int Warm = 5_000;
    private const int Rounds = 400;
    private const int PerRound = 20;

    private static readonly (string Language, string Text)[] s_messages =
    [
        ("en", "Hi there, thanks for the quick turnaround! Could you make the opening a little shorter, put our slogan in white over the last shot and, once that is done, export the finished video as an mp4 and send me the link?"),
        ("zh", "你好，昨天那版我们都看过了，整体还不错，不过开头有点拖，麻烦把前五秒剪掉，音乐换一首轻快一些的，片尾再加上我们的网址和标语，字幕的颜色改成白色，字号稍微大一点，第三段和第四段对调一下，弄好以后先给我看看时间轴上都有什么，再告诉我还剩多少积分，如果够的话就直接导出一个1080p的mp4文件发给我，谢谢，辛苦了，客户下午三点之前要看到最终的成片，所以请尽快，另外旁白的声音再大一点就更好了"),
        ("es", "Hola, muchas gracias por el trabajo de ayer. ¿Podrías acortar un poco la introducción, cambiar la música por algo más alegre y, cuando esté listo, exportar el vídeo final en mp4 y mandármelo por correo? Un saludo."),
        ("ru", "Привет, спасибо за вчерашнюю работу! Сделай, пожалуйста, вступление чуть короче, замени музыку на что-нибудь повеселее и, когда всё будет готово, экспортируй финальный ролик в mp4 и пришли мне ссылку, спасибо."),
        ("hi", "नमस्ते, कल के काम के लिए धन्यवाद। कृपया शुरुआत थोड़ी छोटी कर दीजिए, संगीत बदलकर कुछ खुशनुमा लगा दीजिए और जब सब तैयार हो जाए तो अंतिम वीडियो mp4 में एक्सपोर्ट करके मुझे भेज दीजिए, बहुत बहुत धन्यवाद आपका।"),
        ("files", "Please take \"/home/mia/My Videos/first take.mp4\" and https://cdn.example.com/music/theme.mp3, put the song under the clip, add the title 'Save the date' at the start, and then export everything as a vertical 1080p mp4."),
    ];

    public static void Run()
    {
        var router = new IntentRouter();
        foreach (var (language, text) in s_messages)
        {
            for (var i = 0; i < Warm; i++)
            {
                router.Read(text, []);
            }

            var least = TimeSpan.MaxValue;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            for (var round = 0; round < Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                for (var i = 0; i < PerRound; i++)
                {
                    router.Read(text, []);
                }

                var took = Stopwatch.GetElapsedTime(start) / PerRound;
                least = took < least ? took : least;
            }

            allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (Rounds * PerRound);
            var intents = string.Join(", ", router.Read(text, []).Intents).ToLowerInvariant();
            Console.WriteLine(FormattableString.Invariant($"{language,-6} {text.Length,4} characters {least.TotalMicroseconds,6:0.0} µs {allocated,5} bytes  {intents}"));
        }
    }
}
