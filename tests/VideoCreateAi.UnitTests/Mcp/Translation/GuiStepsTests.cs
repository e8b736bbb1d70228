namespace VideoCreateAi.UnitTests.Mcp.Translation;

/// <summary>What is said of a window over more than one clause or sentence.</summary>
public sealed class GuiStepsTests
{
    public static TheoryData<string, string, string> Steps => new()
    {
        // A header goes when all of its steps go.
        { "How to keep it:\n1. Click Export\n2. Press Start\n\nThe reel has no sound.", "The reel has no sound.", "Export" },
        { "It lasts 9 s.\n\n### Next steps\n- Tap the bell\n- Open the History tab", "It lasts 9 s.", "QueryState" },
        { "Two ways to go on:\n- Click Undo\n- Tell me what to change", "Two ways to go on:\n- Tell me what to change", "SendEdit" },
        { "The reel lasts 9 s and is ready:\n- Click Publish", "The reel lasts 9 s and is ready.", "Export" },
        { "字幕加好了。\n操作步骤：\n1. 点“导出”\n2. 点“确定”", "字幕加好了。", "Export" },

        // A control is described, and then operated as "it".
        { "It lasts 9 s. There is a padlock beside the layer. Tap it.", "It lasts 9 s.", "SendEdit" },
        { "It lasts 9 s. At the top sits a green button with a rocket. Click it to publish the film.", "It lasts 9 s.", "Export" },
        { "It lasts 9 s. You'll see a button marked \"Get my film\". Click it.", "It lasts 9 s.", "Export" },
        { "It lasts 9 s. You'll see a small icon in the corner of the editor.", "It lasts 9 s.", "QueryState" },
        { "字幕加好了。下方有一个写着“获取文件”的绿色按钮，点一下即可。", "字幕加好了。", "Export" },

        // OK and Start are steps of what was begun.
        { "Click Export. Hit OK.", "", "Export" },
        { "Press Done.", "", "SendEdit" },
    };

    public static TheoryData<string, string, string> Names => new()
    {
        // A control by its name: quoted, in capitals, or with the noun of a control.
        { "It lasts 9 s. Choose Finalise in the ribbon.", "It lasts 9 s.", "Export" },
        { "It lasts 9 s. Press the finish button.", "It lasts 9 s.", "Export" },
        { "It lasts 9 s. Choose how it should finish.", "It lasts 9 s. Choose how it should finish.", "" },

        // A control that does something.
        { "It lasts 9 s. The disk icon writes it to your drive.", "It lasts 9 s.", "Export" },
        { "It lasts 9 s. The film can be fetched via the share menu.", "It lasts 9 s.", "Export" },
        { "It lasts 9 s. What is left is displayed next to your avatar.", "It lasts 9 s.", "Credits" },
        { "It lasts 9 s. Its parts are grouped under the Clips tab.", "It lasts 9 s.", "QueryState" },

        // Traditional characters.
        { "字幕加好了。請按右上方的「匯出」鍵。", "字幕加好了。", "Export" },
        { "字幕加好了。請把檔案拖進素材庫。", "字幕加好了。", "Upload" },
        { "字幕加好了。點數請到會員中心查詢。", "字幕加好了。", "Credits" },
        { "字幕加好了。点击【下载】。", "字幕加好了。", "Export" },

        // Other languages.
        { "Il film dura 9 secondi. Le versioni le trovi nella cronologia.", "Il film dura 9 secondi.", "QueryState" },
        { "Der Film dauert 9 Sekunden. Der Stand steht in der Seitenleiste.", "Der Film dauert 9 Sekunden.", "QueryState" },
        { "El vídeo dura 9 segundos. Para recargar, entra en tu cuenta.", "El vídeo dura 9 segundos.", "Credits" },
        { "길이는 9초예요. 클립 끝을 당기면 늘어나요.", "길이는 9초예요.", "SendEdit" },
    };

    public static TheoryData<string> Stories =>
    [
        "Outline:\n- A hand presses the button (3 s)\n- Ctrl+S on the keyboard (2 s)\n\nIs that right?",
        "分镜脚本：\n- 主角打开抽屉（3秒）\n- 快捷键Ctrl+C（2秒）\n\n这样可以吗？",
        "The diver opens the hatch, pulls the lever and swims out.",
        "The menu board hangs behind the bar.",
        "Der Vorhang öffnet sich, und Rauch zieht über die Ecke der Bühne.",
        "您上传的三段素材我都用上了。",
        "拖车经过广场，持续4秒。",
        "ボタンを押す必要はありません。",
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    [MemberData(nameof(Names))]
    public void What_belongs_together_goes_together(string said, string kept, string actions)
    {
        var reply = Replies.Translate(said);

        Assert.Equal((kept, actions), (reply.Text, string.Join(',', reply.Actions)));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    [MemberData(nameof(Names))]
    public void The_cut_of_the_stream_makes_no_difference(string said, string kept, string actions)
    {
        var reply = Replies.Translate(said, static left => 3);

        Assert.Equal((kept, actions), (reply.Text, string.Join(',', reply.Actions)));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void What_a_video_shows_is_no_window(string said)
    {
        var reply = Replies.Translate(said);

        Assert.Equal(said, reply.Text);
        Assert.Empty(reply.Actions);
    }
}
