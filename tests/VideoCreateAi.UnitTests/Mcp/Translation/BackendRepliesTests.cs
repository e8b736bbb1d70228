using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.UnitTests.Mcp.Translation;

/// <summary>Replies as a backend with a window of its own writes them.</summary>
public sealed class BackendRepliesTests
{
    public static TheoryData<string, string, string> Mixed => new()
    {
        { "Your trailer is ready. Click the Export button in the top right corner to save it.", "Your trailer is ready.", "Export" },
        { "All done! Hit Download whenever you like.", "All done!", "Export" },
        { "The new opening is in place. Press the space bar to watch it.", "The new opening is in place.", "ShowTracks" },
        { "I moved the title to 0:04. You can preview it in the player on the right.", "I moved the title to 0:04.", "ShowTracks" },
        { "I've added a glow. Open the Effects panel to see its settings.", "I've added a glow.", "QueryState" },
        { "The clip now lasts 6 seconds. If you want it longer, drag its right edge on the timeline.", "The clip now lasts 6 seconds.", "SendEdit" },
        { "The music is at 40 %. Use the volume slider in the Audio panel to fine-tune it.", "The music is at 40 %.", "SendEdit" },
        { "I swapped both scenes. Press Ctrl+Z if you don't like it.", "I swapped both scenes.", "SendEdit" },
        { "This will cost 12 credits. To check your balance, click your avatar and choose Billing.", "This will cost 12 credits.", "Credits" },
        { "I need a logo for this. Please click Upload and pick the file from your computer.", "I need a logo for this.", "Upload" },
        { "Drop your photos onto the media area and I'll cut them together.", "I'll cut them together.", "Upload" },
        { "No need to click anything, the change is already saved. The intro is 3 seconds now.", "No need to click anything, the change is already saved. The intro is 3 seconds now.", "" },
        { "You don't have to open any panel; the captions are in place.", "You don't have to open any panel; the captions are in place.", "" },
        { "The look is warmer now. Open the Colour tab, then move the temperature slider to taste.", "The look is warmer now.", "QueryState,SendEdit" },
        { "Ready. Click the cloud icon with the down arrow to get your file.", "Ready.", "Export" },
        { "Rendering has begun; watch the progress bar at the bottom of the screen.", "Rendering has begun.", "QueryState" },
        { "Everything is in place. Hit play to check it, and when you are happy click Export.", "Everything is in place.", "ShowTracks,Export" },
        { "Would you like another font? You can double-click the title to change it.", "Would you like another font?", "SendEdit" },
        { "The sunset follows the harbour. I encountered a temporary issue, please try again later.", "The sunset follows the harbour.", "" },
        { "1. The intro is shorter.\n2. Drag the music clip to the left to start it earlier.\n3. The end fades to black.", "1. The intro is shorter.\n3. The end fades to black.", "SendEdit" },
        { "The captions are in (see the preview window).", "The captions are in.", "ShowTracks" },
        { "If it seems stuck, refresh the page. The new scene shows a lighthouse.", "The new scene shows a lighthouse.", "QueryState" },
        { "视频做好了，总长30秒。点击右上角的“导出”按钮即可保存。", "视频做好了，总长30秒。", "Export" },
        { "开头换成了海边。你可以在播放器里预览效果。", "开头换成了海边。", "ShowTracks" },
        { "片段现在是5秒，如需调整可拖动两端的手柄。", "片段现在是5秒。", "SendEdit" },
        { "已添加滤镜，打开左侧的特效面板可以查看参数。", "已添加滤镜。", "QueryState" },
        { "这次要用8个积分。点击头像查看余额。", "这次要用8个积分。", "Credits" },
        { "不需要点击任何按钮，字幕已经加好了。", "不需要点击任何按钮，字幕已经加好了。", "" },
        { "剪好了！想要成片的话，点一下下载图标。", "剪好了！", "Export" },
        { "转场已加上，按空格键播放看看。", "转场已加上。", "ShowTracks" },
        { "El vídeo dura 20 segundos. Haz clic en Exportar para guardarlo.", "El vídeo dura 20 segundos.", "Export" },
        { "He cambiado la música. Pulsa la barra espaciadora para verlo.", "He cambiado la música.", "ShowTracks" },
        { "La vidéo est prête. Cliquez sur le bouton Exporter en haut à droite.", "La vidéo est prête.", "Export" },
        { "Le plan dure 4 secondes. Faites glisser le bord du clip pour l'allonger.", "Le plan dure 4 secondes.", "SendEdit" },
        { "Das Video ist fertig. Klicken Sie oben rechts auf „Exportieren“.", "Das Video ist fertig.", "Export" },
        { "Der Titel steht bei 0:03. Ziehe ihn auf der Timeline weiter nach rechts, falls nötig.", "Der Titel steht bei 0:03.", "SendEdit" },
        { "O vídeo está pronto. Clique em Exportar para baixar.", "O vídeo está pronto.", "Export" },
        { "Troquei a trilha. Veja o resultado na janela de visualização.", "Troquei a trilha.", "ShowTracks" },
        { "Il video è pronto. Fai clic su Esporta per salvarlo.", "Il video è pronto.", "Export" },
        { "Ho accorciato la scena. Puoi trascinare il bordo della clip per allungarla.", "Ho accorciato la scena.", "SendEdit" },
        { "Видео готово. Нажмите кнопку «Экспорт» в правом верхнем углу.", "Видео готово.", "Export" },
        { "Я добавил эффект. Откройте панель эффектов, чтобы увидеть настройки.", "Я добавил эффект.", "QueryState" },
        { "動画が完成しました。右上の「書き出し」ボタンをクリックしてください。", "動画が完成しました。", "Export" },
        { "タイトルを追加しました。タイムライン上でドラッグすると位置を変えられます。", "タイトルを追加しました。", "SendEdit" },
        { "영상이 완성되었습니다. 오른쪽 위의 내보내기 버튼을 클릭하세요.", "영상이 완성되었습니다.", "Export" },
        { "음악을 바꿨습니다. 슬라이더를 움직여 음량을 조절할 수 있습니다.", "음악을 바꿨습니다.", "SendEdit" },
        { "Your trailer, which runs 30 seconds, is ready; click Export in the upper right to save it.", "Your trailer, which runs 30 seconds, is ready.", "Export" },
        { "The new ending is in place, so press play and enjoy!", "The new ending is in place!", "ShowTracks" },
        { "I kept your music, but if you want it quieter, use the slider.", "I kept your music.", "SendEdit" },
        { "**Done!** Your video is ready.\n\n- Length: 20 s\n- Click *Download* to get it\n- Music: calm piano", "**Done!** Your video is ready.\n\n- Length: 20 s\n- Music: calm piano", "Export" },
        { "There is nothing to click; I saved everything.", "There is nothing to click; I saved everything.", "" },
        { "如果满意，请点击下载按钮；如果想换音乐，告诉我就行。", "如果想换音乐，告诉我就行。", "Export" },
        { "音量现在是40%，想再小一点的话，拖动音量滑块就可以了。", "音量现在是40%。", "SendEdit" },
        { "渲染任务已提交，请在任务列表里查看进度。", "渲染任务已提交。", "QueryState" },
        { "无需手动操作，我已经保存好了。", "无需手动操作，我已经保存好了。", "" },
        { "时间线上能看到新片段，按空格播放即可。", "", "ShowTracks" },
        { "余额不足，请点击右上角头像充值。", "余额不足。", "Credits" },
        { "Puedes descargarlo con el botón Descargar. La música es de piano.", "La música es de piano.", "Export" },
        { "Ready to share? Open the File menu and choose Save Video.", "Ready to share?", "Export" },
        { "The film is 40 seconds long and you can download it from the Export tab.", "The film is 40 seconds long.", "Export" },
        { "I made the letters bigger, and you can drag them wherever you like.", "I made the letters bigger.", "SendEdit" },
        { "I changed the font. Take a look at the monitor, where the title now glows.", "I changed the font.", "ShowTracks" },
        { "Open the pricing page for the exact amount. A clip costs 6 credits.", "A clip costs 6 credits.", "Credits" },
        { "Shall I slow it down? Otherwise use the speed slider.", "Shall I slow it down?", "SendEdit" },
        { "There's no need to open the timeline or press anything: the order is right now.", "There's no need to open the timeline or press anything: the order is right now.", "" },
        { "The song fits now – press the share icon to get your copy.", "The song fits now.", "Export" },
        { "海报已完成，点击下载图标，就能保存到本地。", "海报已完成。", "Export" },
        { "我加了三个镜头，可在左侧图层面板查看。", "我加了三个镜头。", "QueryState" },
    };

    public static TheoryData<string, string> WindowOnly => new()
    {
        { "Drag the playhead to 0:10 to see the new transition.", "ShowTracks" },
        { "Right-click the clip and choose Delete to remove it.", "SendEdit" },
        { "请点击“上传”按钮添加你的照片。", "Upload" },
        { "不喜欢的话按 Ctrl+Z 撤销。", "SendEdit" },
        { "Click Export, which is the blue button at the top, to save your trailer.", "Export" },
        { "Because the song is loud, drag the volume slider down.", "SendEdit" },
        { "To see how the rain scene looks, press play in the preview window.", "ShowTracks" },
        { "Once the render is done, which takes about two minutes, open the History tab to find it.", "QueryState" },
        { "If the logo is too small (it is 80 pixels wide), drag its corner.", "SendEdit" },
        { "You can either export the video with the Export button or watch it in the player first.", "Export,ShowTracks" },
        { "Click **Export** in the toolbar.", "Export" },
        { "When you're ready, click Download. To add your own logo, use the Upload button.", "Export,Upload" },
        { "You can find all earlier versions under the History tab.", "QueryState" },
        { "Check the result in the preview.", "ShowTracks" },
        { "Arrastra el clip a la izquierda si quieres que empiece antes.", "SendEdit" },
        { "Ouvrez le panneau Historique pour voir les versions.", "QueryState" },
        { "Klicken Sie auf Hochladen, um Ihre Fotos hinzuzufügen.", "Upload" },
        { "Abra a página da sua conta para ver o saldo.", "Credits" },
        { "Fai clic su Carica per aggiungere le tue foto.", "Upload" },
        { "Чтобы сохранить, нажмите «Скачать».", "Export" },
        { "再生ボタンを押して確認してください。", "ShowTracks" },
        { "写真を追加するには、アップロードボタンを押してください。", "Upload" },
        { "재생 버튼을 눌러 확인해 보세요.", "ShowTracks" },
        { "사진을 추가하려면 업로드 버튼을 누르세요.", "Upload" },
        { "실행 취소를 누르면 되돌릴 수 있습니다.", "SendEdit" },
        { "Toggle the loop switch, and the beat repeats.", "SendEdit" },
        { "Feel free to watch the new cut full screen.", "ShowTracks" },
        { "Please paste the logo into the chat's attachment box, as I can't find one.", "Upload" },
        { "Press Export. If it says you are out of credits, open Billing.", "Export,Credits" },
        { "导出前可以双击标题修改文字。", "SendEdit" },
        { "Vous pouvez regarder le résultat dans le lecteur.", "ShowTracks" },
        { "Sie können den Regler nach links ziehen, um die Musik leiser zu machen.", "SendEdit" },
    };

    public static TheoryData<string> Contents => new()
    {
        "I've exported it as harbour.mp4, 24 seconds long, in 1080p.",
        "The title now reads \"Click Here to Subscribe\" and stays for three seconds.",
        "I undid the last change. The rain scene is back at the start.",
        "I placed the drone shot on the timeline after the interview.",
        "The logo sits in the top right of the picture.",
        "Scene 1: a hand presses a red button.\nScene 2: the rocket lifts off.\n\nShall I go on?",
        "The narrator says: \"Open the door, drag the chest outside.\"",
        "You now have 42 credits left.",
        "The shop's neon sign “Download Records” blinks twice.",
        "I trimmed the clip by two seconds and dragged the pace down a little.",
        "What mood should the music have: calm, tense or cheerful?",
        "我把标题改成了“点击下载”，停留三秒。",
        "已撤销上一步，音乐恢复为原来那首。",
        "视频已导出为海边.mp4，时长30秒。",
        "画面中，女孩打开窗户，按下录音机的播放键。",
        "标志放在画面右上角。",
        "He exportado el vídeo como playa.mp4.",
        "Le titre « Cliquez ici » apparaît à la fin.",
        "Ich habe den Titel „Jetzt herunterladen“ eingeblendet.",
        "Я экспортировал видео как море.mp4.",
        "タイトルを「ここをクリック」に変更しました。",
        "제목을 '지금 클릭'으로 바꿨습니다.",
        "Here is the plan:\n1. A woman opens the window.\n2. She drags a chair to the table.\n3. She plays the piano.",
        "Would you like me to export it now, or shall we change the music first?",
        "The export has finished: 1080p, 12 MB.",
        "The hero taps a glowing icon on a panel and the spaceship starts.",
        "I used the calm track from your library.",
        "The caption \"Press play to win\" is now red.",
        "Your clip is 12 seconds long. Tell me if you want it shorter.",
        "Say the word and I'll export it.",
        "视频里，老师点击鼠标，打开一个文件夹。",
        "旁白：“点击右上角，下载应用。”",
        "我已经把开头的两秒剪掉，并把音乐换成了钢琴曲。",
        "要不要我现在导出？",
        "El personaje abre la puerta y toca el piano.",
        "J'ai exporté la vidéo en 1080p.",
        "Ich habe die Szene auf der Zeitleiste nach vorne verschoben.",
        "Девушка открывает окно и нажимает кнопку лифта.",
        "動画を書き出しました。長さは20秒です。",
        "영상을 내보냈습니다. 길이는 20초입니다.",
        "She clicks her heels and opens the umbrella.",
        "Scene 2 – Max taps the screen; the menu of the diner lights up.",
        "I dragged nothing else along: only the pier shot has moved.",
        "The preview frame you sent me is used as the cover.",
        "Download speeds in the chart rise from left to right.",
        "The music volume is set to 30 % and fades out at 0:28.",
        "Great choice! What should the last line say?",
        "It plays the song \"Hit the Button\" by The Switch.",
        "小男孩点击屏幕，火箭升空。",
        "音乐音量已降到30%，结尾有两秒淡出。",
        "La fille ouvre la fenêtre et appuie sur la sonnette.",
        "Der Mann öffnet die Tür und drückt auf die Klingel.",
    };

    [Theory]
    [MemberData(nameof(Mixed))]
    public void What_is_left_of_a_reply_is_whole_sentences(string reply, string text, string actions)
    {
        var read = Read(reply, reply.Length);

        Assert.Equal(text, read.Text);
        Assert.Equal(actions, string.Join(',', read.Actions));
    }

    [Theory]
    [MemberData(nameof(WindowOnly))]
    public void Of_a_sentence_about_the_window_nothing_is_left(string reply, string actions)
    {
        var read = Read(reply, reply.Length);

        Assert.Equal(string.Empty, read.Text);
        Assert.Equal(actions, string.Join(',', read.Actions));
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_reply_without_instructions_comes_out_byte_for_byte(string reply)
    {
        var read = Read(reply, reply.Length);

        Assert.Equal(reply, read.Text);
        Assert.Empty(read.Actions);
    }

    [Theory]
    [MemberData(nameof(Mixed))]
    public void The_cut_of_the_stream_makes_no_difference(string reply, string text, string actions)
    {
        var read = Read(reply, pieceLength: 3);

        Assert.Equal(text, read.Text);
        Assert.Equal(actions, string.Join(',', read.Actions));
    }

    private static TranslatedReply Read(string reply, int pieceLength)
    {
        var translator = new GuiTranslator();
        for (var at = 0; at < reply.Length; at += pieceLength)
        {
            translator.Push(reply.Substring(at, Math.Min(pieceLength, reply.Length - at)));
        }

        return translator.Complete();
    }
}
