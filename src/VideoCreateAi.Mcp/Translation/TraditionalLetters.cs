using System.Collections.Frozen;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>Writes traditional Chinese as the lexicon does, one character for one, so that places in the sentence stay.</summary>
internal static class TraditionalLetters
{
    private const string Traditional = "萬與專業東絲兩嚴個豐臨為麗舉義樂習鄉書買亂爭於雲產親億僅從倉儀們價眾優會傳傷體餘佈側偵儲兒關興養獸內冊寫軍農沖決況凍淨涼"
        + "減鳳擊劃則剛創刪別製劇勸辦務動勁勞勢區醫華協單賣衛卻廠廳歷曆壓參雙發髮變敘疊號嗎啟後聽員響噴嘗團園圍國圖圓聖場壞塊堅墜聲"
        + "殼處備複復夠頭夾獎婦媽孫學實寧審寶寵對尋導將塵盡層屬歲島嶺幣師帳簾帶幫幹並廣莊慶庫應廟廢開異棄張彎彈強歸當錄徑憶愛態懷總"
        + "戀惡悅懸驚慣戲戰戶執擴掃揚換搶護報擔擬攏揀擁攔撥擇掛擋擠揮損撿據攝擺攜攤撐敵數鬥斷無舊時晝顯曬曉暫術機殺雜權條來極構槍櫃"
        + "標樹樣檔橋檢樓歡歐殘毀氣漢湯溝沒淚澤潔測濟濃塗滾滿濾漸濕溫灣滅燈靈災燦爐點煉爛煙煩燒熱爺牆狀獨獲貓獻環現電畫畢療瘋盤監蓋"
        + "碼確禮離種積稱穩窮豎競筆節範築簡籃類糧紅約級紀純紙紋線練組細終經結給絡統絕繼續緊緒維綠綜網緩編緣縮績縱織繪繞罷羅聯聰職腦"
        + "臉臺艙艷藝蘇藍蟲補裝裡裏襯見觀規視覽覺觸計訂認討讓訊記講許設訪證評識訴詞試詩話該詳語誤說請諾讀調談論謝譯貝負財貨質貼費資"
        + "賞賬購贈贊趕跡蹤躍車軌軟轉輪輕載較輔輯輸辭邊達遷過運還這進遠連遲適選遞郵釋鈕鈴鐘鉤銀錢錯鍵鎖鏈鏡鐵長門閃問間閉閱隊陽陰階"
        + "際險隨隱隻雞難霧靜頁項順須預領頻題額願顏風飛飯飲飾館馬駕騎驗驟騰魚鮮鳥鳴麥麼黃齊齒龍檯籤螢綫擷迴彙匯遊週衝羣閒捲桿盃啓綁"
        + "淺燭嬤豬鄰閘傾償佔併妳慮謹臟蘋詢銷雖";

    private const string Simplified = "万与专业东丝两严个丰临为丽举义乐习乡书买乱争于云产亲亿仅从仓仪们价众优会传伤体余布侧侦储儿关兴养兽内册写军农冲决况冻净凉"
        + "减凤击划则刚创删别制剧劝办务动劲劳势区医华协单卖卫却厂厅历历压参双发发变叙叠号吗启后听员响喷尝团园围国图圆圣场坏块坚坠声"
        + "壳处备复复够头夹奖妇妈孙学实宁审宝宠对寻导将尘尽层属岁岛岭币师帐帘带帮干并广庄庆库应庙废开异弃张弯弹强归当录径忆爱态怀总"
        + "恋恶悦悬惊惯戏战户执扩扫扬换抢护报担拟拢拣拥拦拨择挂挡挤挥损捡据摄摆携摊撑敌数斗断无旧时昼显晒晓暂术机杀杂权条来极构枪柜"
        + "标树样档桥检楼欢欧残毁气汉汤沟没泪泽洁测济浓涂滚满滤渐湿温湾灭灯灵灾灿炉点炼烂烟烦烧热爷墙状独获猫献环现电画毕疗疯盘监盖"
        + "码确礼离种积称稳穷竖竞笔节范筑简篮类粮红约级纪纯纸纹线练组细终经结给络统绝继续紧绪维绿综网缓编缘缩绩纵织绘绕罢罗联聪职脑"
        + "脸台舱艳艺苏蓝虫补装里里衬见观规视览觉触计订认讨让讯记讲许设访证评识诉词试诗话该详语误说请诺读调谈论谢译贝负财货质贴费资"
        + "赏账购赠赞赶迹踪跃车轨软转轮轻载较辅辑输辞边达迁过运还这进远连迟适选递邮释钮铃钟钩银钱错键锁链镜铁长门闪问间闭阅队阳阴阶"
        + "际险随隐只鸡难雾静页项顺须预领频题额愿颜风飞饭饮饰馆马驾骑验骤腾鱼鲜鸟鸣麦么黄齐齿龙台签荧线撷回汇汇游周冲群闲卷杆杯启绑"
        + "浅烛嬷猪邻闸倾偿占并你虑谨脏苹询销虽";

    private static readonly FrozenDictionary<char, char> s_simplified = Pairs().ToFrozenDictionary();

    /// <summary>Quotes too: 【匯出】 names a control as “汇出” does.</summary>
    public static string Simplify(string sentence)
    {
        var changes = 0;
        foreach (var c in sentence)
        {
            // Japanese has some of these too, and its words are known as they are.
            if (c is >= '\u3040' and <= '\u30FF')
            {
                return sentence;
            }

            changes += s_simplified.ContainsKey(c) ? 1 : 0;
        }

        return changes == 0 ? sentence : string.Create(sentence.Length, sentence, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                to[i] = s_simplified.GetValueOrDefault(from[i], from[i]);
            }
        });
    }

    private static IEnumerable<KeyValuePair<char, char>> Pairs()
    {
        for (var i = 0; i < Traditional.Length; i++)
        {
            yield return new(Traditional[i], Simplified[i]);
        }

        yield return new('【', '“');
        yield return new('】', '”');
    }
}
