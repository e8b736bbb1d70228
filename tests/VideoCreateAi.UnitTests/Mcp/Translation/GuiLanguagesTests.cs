namespace VideoCreateAi.UnitTests.Mcp.Translation;

/// <summary>The same families of phrases in the languages besides English and Chinese.</summary>
public sealed class GuiLanguagesTests
{
    public static TheoryData<string, string, string> Instructions => new()
    {
        { "El corto dura 42 segundos. Pulsa el botón de descarga en la esquina superior derecha para guardarlo.", "El corto dura 42 segundos.", "Export" },
        { "El plano de la panadería dura 3,5 segundos. Arrastra el borde del clip si lo quieres más largo.", "El plano de la panadería dura 3,5 segundos.", "SendEdit" },
        { "J'ai ajouté un filtre doux au plan 2. Ouvrez le panneau Effets pour voir les réglages.", "J'ai ajouté un filtre doux au plan 2.", "QueryState" },
        { "Der Film dauert 42 Sekunden. Tippe auf das Symbol zum Herunterladen, um ihn zu speichern.", "Der Film dauert 42 Sekunden.", "Export" },
        { "Das Wasserzeichen hat 60 % Deckkraft. Mit dem Schieberegler kannst du es abschwächen.", "Das Wasserzeichen hat 60 % Deckkraft.", "SendEdit" },
        { "A cena ficou mais lenta. Clique em reproduzir para ver o resultado.", "A cena ficou mais lenta.", "ShowTracks" },
        { "Falta a narração. Clique em Importar e escolha o arquivo.", "Falta a narração.", "Upload" },
        { "動画は42秒です。右上のダウンロードボタンを押して保存してください。", "動画は42秒です。", "Export" },
        { "パン屋のカットは3.5秒です。クリップの端をドラッグして調整できます。", "パン屋のカットは3.5秒です。", "SendEdit" },
        { "두 번째 장면에 부드러운 필터를 넣었습니다. 설정은 효과 패널을 열어 확인하세요.", "두 번째 장면에 부드러운 필터를 넣었습니다.", "QueryState" },
        { "L'inquadratura dura 3,5 secondi. Trascina il bordo della clip per allungarla.", "L'inquadratura dura 3,5 secondi.", "SendEdit" },
        { "Ролик длится 42 секунды. Нажмите «Скачать» в правом верхнем углу.", "Ролик длится 42 секунды.", "Export" },
        { "مدة الفيديو 42 ثانية. انقر على زر التصدير في الزاوية العلوية لحفظه.", "مدة الفيديو 42 ثانية.", "Export" },
        { "أصبحت اللقطة 3 ثوان. اسحب حافة المقطع لإطالتها.", "أصبحت اللقطة 3 ثوان.", "SendEdit" },
        { "वीडियो 42 सेकंड का है। सेव करने के लिए एक्सपोर्ट बटन पर क्लिक करें।", "वीडियो 42 सेकंड का है।", "Export" },
        { "झरने वाला क्लिप अब धीमा है। देखने के लिए प्ले बटन दबाएँ।", "झरने वाला क्लिप अब धीमा है।", "ShowTracks" },
        { "Video berdurasi 42 detik. Klik tombol Unduh di pojok kanan atas untuk menyimpannya.", "Video berdurasi 42 detik.", "Export" },
        { "Klip toko roti sekarang 3,5 detik. Seret ujung klip untuk memperpanjangnya.", "Klip toko roti sekarang 3,5 detik.", "SendEdit" },
        { "Video dài 42 giây. Nhấp vào nút Tải xuống ở góc trên bên phải để lưu.", "Video dài 42 giây.", "Export" },
        { "Tôi đã thêm bộ lọc mềm. Mở bảng Hiệu ứng để xem thông số.", "Tôi đã thêm bộ lọc mềm.", "QueryState" },
        { "Video 42 saniye sürüyor. Kaydetmek için Dışa Aktar düğmesine tıklayın.", "Video 42 saniye sürüyor.", "Export" },
        { "Fırın sahnesi 3,5 saniye. Uzatmak için klibin kenarını sürükleyin.", "Fırın sahnesi 3,5 saniye.", "SendEdit" },
        { "De film duurt 42 seconden. Klik op de knop Exporteren rechtsboven om hem op te slaan.", "De film duurt 42 seconden.", "Export" },
        { "De waterval is nu langzamer. Druk op afspelen om het te bekijken.", "De waterval is nu langzamer.", "ShowTracks" },
        { "Film trwa 42 sekundy. Kliknij przycisk Eksportuj w prawym górnym rogu, aby go zapisać.", "Film trwa 42 sekundy.", "Export" },
        { "Ujęcie trwa 3,5 sekundy. Aby je wydłużyć, przeciągnij krawędź klipu.", "Ujęcie trwa 3,5 sekundy.", "SendEdit" },
        { "Las ocho tomas duran 52 segundos. Dale al botón naranja Publicar cuando te guste.", "Las ocho tomas duran 52 segundos.", "Export" },
        { "Hay una viñeta suave en los planos 2 a 4. Puedes ver los valores en el inspector.", "Hay una viñeta suave en los planos 2 a 4.", "QueryState" },
        { "Les huit plans durent 52 secondes. Appuyez sur le bouton orange Publier quand cela vous convient.", "Les huit plans durent 52 secondes.", "Export" },
        { "Il manque un portrait du fondateur. Touchez le signe plus et choisissez une photo sur votre ordinateur.", "Il manque un portrait du fondateur.", "Upload" },
        { "Die acht Clips dauern 52 Sekunden. Drücken Sie auf den orangen Knopf „Veröffentlichen“, wenn Sie zufrieden sind.", "Die acht Clips dauern 52 Sekunden.", "Export" },
        { "Die Trommel sitzt genau auf dem Schnitt. Drücke die Leertaste, um es anzusehen.", "Die Trommel sitzt genau auf dem Schnitt.", "ShowTracks" },
        { "O fundo é azul. Escolha outra cor na paleta se achar frio.", "O fundo é azul.", "SendEdit" },
        { "Isso usou 55 créditos. Veja o saldo na página Faturamento.", "Isso usou 55 créditos.", "Credits" },
        { "テイクが6つあります。左のサイドバーを開くと一覧を見られます。", "テイクが6つあります。", "QueryState" },
        { "背景は深い青です。暗すぎる場合は明るさのスライダーを動かしてください。", "背景は深い青です。", "SendEdit" },
        { "여덟 개의 클립이 52초로 완성되었습니다. 마음에 드시면 상단의 주황색 게시 버튼을 누르세요.", "여덟 개의 클립이 52초로 완성되었습니다.", "Export" },
        { "스케이터는 0.8배속입니다. 더 느리게 하려면 곡선을 아래로 끌어 주세요.", "스케이터는 0.8배속입니다.", "SendEdit" },
        { "Le otto clip durano 52 secondi. Premi il pulsante arancione Pubblica quando ti va bene.", "Le otto clip durano 52 secondi.", "Export" },
        { "Il tamburo cade sul taglio. Premi la barra spaziatrice per ascoltarlo.", "Il tamburo cade sul taglio.", "ShowTracks" },
        { "Фон теперь синий. Передвиньте ползунок яркости, если он слишком тёмный.", "Фон теперь синий.", "SendEdit" },
        { "Есть шесть дублей. Откройте боковую панель слева, чтобы их посмотреть.", "Есть шесть дублей.", "QueryState" },
        { "توجد ست لقطات الآن. افتح الشريط الجانبي لعرضها.", "توجد ست لقطات الآن.", "QueryState" },
        { "पृष्ठभूमि नीला है। बहुत गहरा लगे तो ब्राइटनेस स्लाइडर को दाईं ओर खिसकाएँ।", "पृष्ठभूमि नीला है।", "SendEdit" },
        { "Latar belakangnya biru tua. Geser penggeser kecerahan jika terlalu gelap.", "Latar belakangnya biru tua.", "SendEdit" },
        { "Belum ada foto pendiri. Ketuk Tambah Media dan pilih fotonya.", "Belum ada foto pendiri.", "Upload" },
        { "Bây giờ tiếng trống rơi đúng chỗ cắt. Nhấn phím cách để xem lại.", "Bây giờ tiếng trống rơi đúng chỗ cắt.", "ShowTracks" },
        { "Nền màu xanh đậm. Nếu quá tối, hãy kéo thanh trượt độ sáng sang phải.", "Nền màu xanh đậm.", "SendEdit" },
        { "Şimdi altı çekim var. Görmek için soldaki kenar çubuğunu açın.", "Şimdi altı çekim var.", "QueryState" },
        { "De achtergrond is donkerblauw. Sleep de schuifregelaar naar rechts als het te donker is.", "De achtergrond is donkerblauw.", "SendEdit" },
        { "Dit kostte 55 credits. Open de pagina Facturering om je saldo te bekijken.", "Dit kostte 55 credits.", "Credits" },
        { "Bęben trafia w cięcie. Naciśnij spację, aby odtworzyć.", "Bęben trafia w cięcie.", "ShowTracks" },
        { "Jest teraz sześć ujęć. Otwórz panel boczny, aby je obejrzeć.", "Jest teraz sześć ujęć.", "QueryState" },
        { "He preparado tres finales. Los encontrarás en la pestaña Versiones.", "He preparado tres finales.", "QueryState" },
        { "Le rythme est à 85 BPM. Tournez la molette Tempo si vous le voulez plus rapide.", "Le rythme est à 85 BPM.", "SendEdit" },
        { "Das Logo des Kunden fehlt noch. Klicken Sie auf „Datei hinzufügen“ und wählen Sie es aus.", "Das Logo des Kunden fehlt noch.", "Upload" },
        { "O vídeo de skate tem 14 cortes. Toque em Compartilhar para salvar.", "O vídeo de skate tem 14 cortes.", "Export" },
        { "スケート動画は14カットです。左側のバーにある「コピーを保存」をタップしてください。", "スケート動画は14カットです。", "Export" },
        { "박자는 85 BPM입니다. 더 빠르게 하려면 템포 노브를 오른쪽으로 돌리세요.", "박자는 85 BPM입니다.", "SendEdit" },
        { "Non ho il logo del cliente. Usa il pulsante Importa per caricarlo.", "Non ho il logo del cliente.", "Upload" },
        { "Теперь шум толпы тише. Послушайте результат в окне предпросмотра.", "Теперь шум толпы тише.", "ShowTracks" },
        { "استهلكت هذه الخطوة 9 نقاط. انقر على صورتك الشخصية لمعرفة الرصيد.", "استهلكت هذه الخطوة 9 نقاط.", "Credits" },
        { "मैंने तीन अंत बनाए हैं। उन्हें देखने के लिए वर्ज़न टैब खोलें।", "मैंने तीन अंत बनाए हैं।", "QueryState" },
        { "Suara kerumunan kini lebih pelan. Anda bisa menontonnya di jendela pratinjau.", "Suara kerumunan kini lebih pelan.", "ShowTracks" },
        { "Bước này tốn 9 tín dụng. Nhấp vào ảnh đại diện để xem số dư.", "Bước này tốn 9 tín dụng.", "Credits" },
        { "Müşterinin logosu yok. Dosya ekle düğmesine basıp seçin.", "Müşterinin logosu yok.", "Upload" },
        { "Ik heb drie eindes gemaakt. Je vindt ze op het tabblad Versies.", "Ik heb drie eindes gemaakt.", "QueryState" },
        { "Rytm ma 85 BPM. Jeśli chcesz szybciej, przekręć pokrętło Tempo w prawo.", "Rytm ma 85 BPM.", "SendEdit" },
    };

    public static TheoryData<string> Contents =>
    [
        "He puesto el título «Haz clic aquí» en amarillo durante tres segundos.",
        "Dans le plan 4, un technicien appuie sur un bouton vert et le tapis démarre.",
        "Vous n'avez pas besoin de cliquer : les plans sont déjà dans le bon ordre.",
        "Ich habe das Logo unten rechts im Bild platziert.",
        "Exportei o vídeo como praia.mp4 em 1080p.",
        "4つ目のカットでは、技術者が緑のボタンを押します。",
        "자막 \"여기를 클릭\"을 노란색으로 추가했습니다.",
        "Ho annullato le ultime due modifiche.",
        "В кадре 4 техник нажимает зелёную кнопку.",
        "أضفت العنوان \"اضغط هنا\" باللون الأصفر لمدة ثلاث ثوان.",
        "मैंने शीर्षक \"यहाँ क्लिक करें\" पीले रंग में जोड़ दिया है।",
        "Saya menambahkan judul \"Klik di sini\" berwarna kuning.",
        "Tôi đã thêm tiêu đề \"Nhấn vào đây\" màu vàng.",
        "Sarı renkte \"Buraya tıklayın\" başlığını ekledim.",
        "Ik heb de titel \"Klik hier\" in geel toegevoegd.",
        "Dodałem żółty tytuł „Kliknij tutaj”.",
        "Plano 7: un astronauta acciona un interruptor y se abre un panel.",
        "Le filigrane est en haut à gauche et le minuteur en haut à droite.",
        "Ich habe alles rückgängig gemacht; die Strandszene hat wieder ihre alten Farben.",
        "Cena 7: um astronauta aciona uma alavanca e um painel se abre.",
        "透かしは左上、タイマーは右上に置きました。",
        "ボタンを押す必要はありません。すでに保存されています。",
        "워터마크는 왼쪽 위에, 타이머는 오른쪽 위에 있습니다.",
        "Ripristinato: la scena della spiaggia ha i colori di prima.",
        "Водяной знак в левом верхнем углу, таймер в правом.",
        "لا حاجة إلى النقر على أي زر، كل شيء في مكانه.",
        "वॉटरमार्क ऊपर बाईं ओर है और टाइमर दाईं ओर।",
        "Filigran sol üstte, sayaç sağ üstte duruyor.",
        "La luz está en la esquina superior derecha de la imagen.",
        "Sie müssen nichts anklicken, ich habe es schon exportiert.",
        "Desfiz a mudança de cor e refiz o corte.",
        "時計は画面の右上にずっと表示されています。",
        "어제 내보낸 영상은 45MB이고 38초입니다.",
        "Я отменил цветокоррекцию и заново обрезал кадр.",
        "الساعة في الزاوية العلوية اليمنى من الصورة.",
        "कुछ भी क्लिक करने की ज़रूरत नहीं, मैंने पहले ही एक्सपोर्ट कर दिया है।",
        "Jam berada di pojok kanan atas gambar.",
        "Đồng hồ nằm ở góc trên bên phải của khung hình.",
        "Hiçbir şeye tıklamanıza gerek yok, zaten dışa aktardım.",
        "De klok staat rechtsboven in beeld.",
        "Zegar jest w prawym górnym rogu obrazu.",
    ];

    [Theory]
    [MemberData(nameof(Instructions))]
    public void Instructions_for_a_window_become_actions_in_every_language(string said, string kept, string actions)
    {
        var reply = Replies.Translate(said);

        Assert.Equal((kept, actions), (reply.Text, string.Join(',', reply.Actions)));
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void Content_stays_byte_for_byte_in_every_language(string said)
    {
        var reply = Replies.Translate(said);

        Assert.Equal(said, reply.Text);
        Assert.Empty(reply.Actions);
    }
}
