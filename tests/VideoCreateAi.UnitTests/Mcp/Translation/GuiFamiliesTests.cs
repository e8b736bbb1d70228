namespace VideoCreateAi.UnitTests.Mcp.Translation;

/// <summary>Families of phrases about a window, a few of each.</summary>
public sealed class GuiFamiliesTests
{
    public static TheoryData<string, string, string> Families => new()
    {
        // A control without a name: what it is wanted for tells.
        { "It lasts 9 s. To save your video, press the round button.", "It lasts 9 s.", "Export" },
        { "It lasts 9 s. Click the star icon to see how many credits remain.", "It lasts 9 s.", "Credits" },
        { "It lasts 9 s. Tap the blue symbol to compare.", "It lasts 9 s.", "ShowTracks" },
        { "It lasts 9 s. Tap the cloud with an arrow in it.", "It lasts 9 s.", "Export" },

        // What only leads to other controls has no action of its own.
        { "It lasts 9 s. Open the three-dot menu and choose Download.", "It lasts 9 s.", "Export" },
        { "It lasts 9 s. Right-click the shot and pick Replace file.", "It lasts 9 s.", "Upload" },
        { "It lasts 9 s. Right-click the shot and pick Duplicate.", "It lasts 9 s.", "SendEdit" },
        { "It lasts 9 s. Move the playhead to 0:04 and click Split.", "It lasts 9 s.", "SendEdit" },
        { "It lasts 9 s. Move the playhead to 0:04 to hear it.", "It lasts 9 s.", "ShowTracks" },

        // A place of an operation, and a place to go to.
        { "It lasts 9 s. Turn the dial in the Audio panel.", "It lasts 9 s.", "SendEdit" },
        { "It lasts 9 s. You can change the font in the Text panel.", "It lasts 9 s.", "SendEdit" },
        { "It lasts 9 s. Go to the Text tab, then turn the size knob.", "It lasts 9 s.", "QueryState,SendEdit" },
        { "Older cuts are kept in the Versions drawer.", "", "QueryState" },
        { "The blur is listed in the Inspector; it is at 12 px.", "It is at 12 px.", "QueryState" },

        // Steps go on over sentences.
        { "Click Export. Choose 1080p. Press the button. The film has no sound.", "The film has no sound.", "Export,SendEdit" },
        { "Open Effects, then hit Duplicate.", "", "QueryState,SendEdit" },
        { "Steps:\n1. Press play\n2. Hit Save\n\nThe film has no sound.", "The film has no sound.", "ShowTracks,Export" },

        // How the reader is addressed.
        { "All that is left is to hit Publish.", "", "Export" },
        { "The colours can be adjusted with the sliders.", "", "SendEdit" },
        { "The reel is done, and the Share button lets you send it.", "The reel is done.", "Export" },
        { "What remains is shown when you click your avatar.", "", "Credits" },
        { "The sign glows; should it be dimmer, drag the brightness slider.", "The sign glows.", "SendEdit" },
        { "Your song is missing, so use the paperclip.", "Your song is missing.", "Upload" },

        // An excuse goes, with its sentence or out of it.
        { "The rain is softer, but I ran into a temporary issue.", "The rain is softer.", "" },
        { "The rain is softer. Unfortunately something went wrong. Please try again later.", "The rain is softer.", "" },

        { "字幕加好了。要保存视频，请按圆形按钮。", "字幕加好了。", "Export" },
        { "字幕加好了。点三个点，选“下载”。", "字幕加好了。", "Export" },
        { "字幕加好了。具体数值见属性面板。", "字幕加好了。", "QueryState" },
        { "字幕加好了，把进度条拖到0:04听一下。", "字幕加好了。", "ShowTracks" },
        { "字幕加好了，嫌小就把字号滑块往右移。", "字幕加好了。", "SendEdit" },
        { "字幕加好了。只差点一下“发布”。", "字幕加好了。", "Export" },
        { "字幕加好了。请通过“添加素材”补一张合影。", "字幕加好了。", "Upload" },
        { "雨声更轻了，但出了点问题，请稍后再试。", "雨声更轻了。", "" },
    };

    public static TheoryData<string> Contents =>
    [
        "A girl turns the key, opens the drawer and presses a switch.",
        "The pointer in the cartoon clicks the icon twice.",
        "The settings you gave me are used: 25 fps, no sound.",
        "The counter stays in the lower left corner of the picture.",
        "I'll drag the beat a little if you like.",
        "The player in red scores; the queue at the gate cheers.",
        "Do not press anything yet.",
        "She finds the menu of the bar and reads it aloud.",
        "把标题放到了画面下方，并把音乐调低了。",
        "一只手拿起手机，屏幕亮起。",
        "按时间顺序排列，共六个镜头。",
        "先别点任何按钮，我还在渲染。",
        "三秒后主角按下开关，灯亮了。",
    ];

    public static TheoryData<string, string?> Edits => new()
    {
        { "Drag the volume slider to 30 %.", "Set the volume to 30 %." },
        { "The clip is slow. Set the speed drop-down to 1.5x.", "Set the speed to 1.5x." },
        { "请把亮度滑块拖到80%。", "把亮度调到80%。" },
        { "Ziehen Sie den Lautstärke-Regler auf 40 %.", "Stelle Lautstärke auf 40 %." },
        { "Drag the volume slider to 30 % if it is too loud.", null },
        { "Drag the volume slider down.", null },
        { "Drag the clip to the front.", null },
        { "Drag the volume and the speed slider to 30 %.", null },
        { "Drag the volume slider from 50 % to 30 %.", null },
        { "Drag the volume slider to 30 %. Then drag the clip to the front.", null },
        { "Press Ctrl+Z.", null },
        { "You don't need to drag the volume slider to 30 %.", null },
        { "I set the volume to 30 %.", null },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void A_family_of_phrases_leaves_its_content_and_its_actions(string said, string kept, string actions)
    {
        var reply = Replies.Translate(said);

        Assert.Equal((kept, actions), (reply.Text, string.Join(',', reply.Actions)));
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void What_is_told_and_not_asked_stays(string said)
    {
        var reply = Replies.Translate(said);

        Assert.Equal(said, reply.Text);
        Assert.Empty(reply.Actions);
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_by_hand_is_reworded_only_when_property_and_value_are_plain(string said, string? message)
        => Assert.Equal(message, Replies.Translate(said).HandEdit);
}
