using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.UnitTests.Mcp.Translation;

public sealed class GuiTranslatorTests
{
    public static TheoryData<string, string, string> Instructions => new()
    {
        { "Your reel is ready. Click the Export button to download it.", "Your reel is ready.", "Export" },
        { "The intro is 3 s now. Press Download in the toolbar.", "The intro is 3 s now.", "Export" },
        { "Music added. You can drag the clip to move it.", "Music added.", "SendEdit" },
        { "Five shots are in. Watch the result in the preview window.", "Five shots are in.", "ShowTracks" },
        { "Five shots are in. Press play to watch.", "Five shots are in.", "ShowTracks" },
        { "The filter is at 30%. Open the Effects panel for the rest.", "The filter is at 30%.", "QueryState" },
        { "This took 9 credits. Check the rest on the Billing page.", "This took 9 credits.", "Credits" },
        { "A logo is missing. Click Upload to add one.", "A logo is missing.", "Upload" },
        { "A logo is missing. Use the paperclip icon to attach it.", "A logo is missing.", "Upload" },
        { "Sped up to 2x. Press Ctrl+Z to undo.", "Sped up to 2x.", "SendEdit" },
        { "Captions done. Double-click a line to edit it.", "Captions done.", "SendEdit" },
        { "Done in 4 steps. Open the History tab, then click Export.", "Done in 4 steps.", "QueryState,Export" },
        { "Two takes exist. Click Apply under one of them.", "Two takes exist.", "SendEdit" },
        { "It runs 12 s. Drag your file into the media library.", "It runs 12 s.", "Upload" },
        { "It runs 12 s. Use the volume slider if it is loud.", "It runs 12 s.", "SendEdit" },
        { "It runs 12 s. Refresh the page.", "It runs 12 s.", "QueryState" },
        { "It runs 12 s. Select File > Export and choose a folder.", "It runs 12 s.", "Export" },
        { "It runs 12 s. If you are happy, hit Save.", "It runs 12 s.", "Export" },
        { "It runs 12 s, just tap the Share button.", "It runs 12 s.", "Export" },
        { "视频长12秒。点击导出按钮保存。", "视频长12秒。", "Export" },
        { "视频长12秒。请拖动滑块调整音量。", "视频长12秒。", "SendEdit" },
        { "视频长12秒。打开属性面板查看参数。", "视频长12秒。", "QueryState" },
        { "视频长12秒。请在预览窗口中观看。", "视频长12秒。", "ShowTracks" },
        { "用了6积分。剩余请在个人中心查看。", "用了6积分。", "Credits" },
        { "缺一张封面。请点击“上传”按钮。", "缺一张封面。", "Upload" },
        { "颜色已调暖。按Ctrl+Z可以撤销。", "颜色已调暖。", "SendEdit" },
        { "颜色已调暖。刷新页面即可看到。", "颜色已调暖。", "QueryState" },
        { "颜色已调暖，满意的话点击下载。", "颜色已调暖。", "Export" },
        { "颜色已调暖。按空格键播放。", "颜色已调暖。", "ShowTracks" },
    };

    public static TheoryData<string> Contents => new()
    {
        "I lowered the music to 20% and added a fade.",
        "Title \"Click to start\" added from 0:00 to 0:04.",
        "I've exported the film as sea.mp4.",
        "Would you like a calm or a driving track?",
        "Scene 3 shows a woman pressing a doorbell button.",
        "The song is called \"Drag and Drop\", 100 BPM.",
        "Removed the last shot; the total is now 22 s.",
        "I placed the logo in the top right corner.",
        "The screenshot shows an Export menu, as you asked.",
        "I can't open sea.mov: the codec is not supported.",
        "Plan:\n1. Sunrise (4 s)\n2. Market (6 s)\n",
        "1080x1920, 30 fps, 2 tracks.",
        "  Leading and trailing space is kept.  \n",
        "First line\r\n\r\nSecond line",
        "A sentence without an end",
        "The narrator says: press the red button now.",
        "Undone: the fade at 0:10 is gone.",
        "Temporary files are never shown.",
        "音量已降到20%，结尾淡出1秒。",
        "标题“点击开始”已添加。",
        "已导出为 海边.mp4。",
        "您想要安静还是欢快的音乐？",
        "画面里一个人按下门铃按钮。",
        "已撤销上一步。",
        "时间线上现在有2条轨道。",
        "I encountered a temporary issue.",
        "抱歉，我遇到了临时问题。",
        "",
        "\n\n",
        "No need to click anything, the order is right already.",
        "您无需点击导出，文件已经保存好了。",
    };

    [Theory]
    [MemberData(nameof(Instructions))]
    public void Instructions_for_a_window_become_actions_and_the_rest_stays(string said, string kept, string actions)
    {
        var reply = Translate(said);

        Assert.Equal((kept, actions), (reply.Text, string.Join(',', reply.Actions)));
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_reply_without_a_window_stays_byte_for_byte(string said)
    {
        var reply = Translate(said);

        Assert.Equal(said, reply.Text);
        Assert.Empty(reply.Actions);
    }

    [Theory]
    [InlineData("The cut is 20 s long. I encountered a temporary issue.", "The cut is 20 s long.")]
    [InlineData("The cut is 20 s long. Sorry, I ran into a temporary issue. Please try again later.", "The cut is 20 s long.")]
    [InlineData("全长20秒。抱歉，我遇到了临时问题。", "全长20秒。")]
    public void A_trailing_excuse_is_dropped_after_content(string said, string kept)
        => Assert.Equal(kept, Translate(said).Text);

    [Fact]
    public void The_places_where_a_stream_is_cut_change_nothing()
    {
        var random = new Random(1);
        foreach (var said in Instructions.Concat(Contents).Select(row => (string)row[0]))
        {
            var whole = Translate(said);
            for (var round = 0; round < 20; round++)
            {
                var translator = new GuiTranslator();
                var shown = string.Empty;
                for (var at = 0; at < said.Length;)
                {
                    var length = Math.Min(said.Length - at, random.Next(1, 9));
                    shown += translator.Push(said.Substring(at, length));
                    at += length;
                }

                var reply = translator.Complete();

                Assert.Equal(whole.Text, reply.Text);
                Assert.Equal(whole.Actions, reply.Actions);
                Assert.StartsWith(shown, reply.Text, StringComparison.Ordinal);
            }
        }
    }

    private static TranslatedReply Translate(string said)
    {
        var translator = new GuiTranslator();
        translator.Push(said);
        return translator.Complete();
    }
}
