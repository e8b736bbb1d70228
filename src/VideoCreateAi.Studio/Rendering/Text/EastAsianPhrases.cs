namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>How gladly Chinese and Japanese lines end between letters of one kind, without a dictionary of the languages: particles cling to
/// the word before them, prepositions and numbers to what follows, some hundred of the words that captions are made of stay whole, and
/// what is left is read in pairs, as most words are.</summary>
internal static class EastAsianPhrases
{
    private const int InWord = 8;
    private const int OddPlace = 6;
    private const int AfterParticle = 1;
    private const int BeforePreposition = 2;
    private const int BetweenWords = BreakRules.Middling;

    private const string Particles = "的了着著过過吗嗎呢吧啊呀嘛们們地得里裡上下中内內前后後";
    private const string Prepositions = "和与與或在从從到对對向把被让讓给給为為是不很就都也還还又再最更而但將将只太大小新老";

    // What counts or points is followed by a measure: 三件, 这款.
    private const string Pointing = "一二两兩三四五六七八九十百千万萬第几幾这這那各每";

    private const string KanaParticles = "はがをにでともへやのかねよな";

    private static readonly string[] s_kana =
    [
        "ましょう", "ください", "ありがとう", "こんにちは", "これから", "それから", "おすすめ", "たくさん", "ゆっくり", "やっぱり", "はじめて", "ちょっと",
        "ながら", "ました", "ません", "という", "ところ", "とても", "もっと", "きっと", "ずっと", "みんな", "あなた", "わたし", "いつも", "すべて", "から", "まで", "ので",
        "けど", "でも",
    ];

    private static readonly HashSet<string> s_words =
    [
        .. ("""
            我们 你们 他们 她们 它们 大家 自己 朋友 家人 孩子 老师 学生 女人 男人 人们 先生 女士 今天 明天 昨天 现在 未来 过去 时间 时候 时光 时刻
            早上 上午 中午 下午 晚上 清晨 早晨 黄昏 傍晚 夜晚 凌晨 春天 夏天 秋天 冬天 周末 假期 生活 世界 城市 乡村 国家 中国 北京 上海 东京 香港 台北 地方
            地球 地图 大海 海边 海洋 海滩 沙滩 阳光 月亮 星星 星空 天空 天气 云海 日出 日落 夕阳 风景 美景 森林 树林 高山 山川 河流 湖泊 草原 沙漠 花园 花朵
            街道 街头 道路 旅行 旅程 旅游 旅途 出发 到达 回家 回忆 记忆 故事 梦想 希望 幸福 快乐 美丽 美好 美食 美味 安静 宁静 平静 温暖 温柔 自由 自然 简单
            浪漫 精彩 特别 重要 新鲜 健康 舒适 轻松 优雅 经典 时尚 品质 品牌 产品 商品 服务 设计 创意 创新 科技 技术 智能 手机 电脑 相机 照片 图片 视频 电影
            音乐 声音 歌曲 舞蹈 艺术 文化 历史 传统 现代 工作 公司 团队 项目 市场 价格 优惠 免费 限时 折扣 购买 立即 马上 开始 结束 继续 完成 成功 失败 努力
            学习 学校 教育 知识 经验 问题 方法 答案 机会 选择 决定 改变 发现 探索 体验 享受 感受 感觉 喜欢 喜爱 热爱 爱情 爱人 微笑 笑容 心情 心灵 生命 生日
            婚礼 节日 新年 春节 圣诞 中秋 礼物 祝福 感谢 谢谢 欢迎 再见 你好 一起 一切 一样 一直 一定 一些 一点 一次 第一 所有 每天 每个 每年 许多 很多 更多
            更好 最好 最后 最新 最近 最美 如果 因为 所以 但是 可是 而且 或者 虽然 已经 还是 还有 只有 只要 不是 不要 不会 不能 不同 没有 可以 可能 应该 需要
            必须 能够 知道 认为 觉得 看到 看见 听到 听见 想要 想象 告诉 分享 关注 点赞 收藏 评论 订阅 频道 链接 下载 更新 使用 准备 步骤 材料 食材 咖啡 牛奶
            面包 蛋糕 水果 蔬菜 鸡蛋 米饭 火锅 早餐 午餐 晚餐 餐厅 厨房 味道 口感 健身 运动 跑步 瑜伽 足球 篮球 比赛 冠军 汽车 飞机 火车 地铁 酒店 民宿 房间
            房子 家居 装修 空间 颜色 白色 黑色 红色 蓝色 绿色 金色 冬日 夏日 秋日 春日 都市 为了 关于 通过 其实 其中 之间 之后 之前 以后 以前 内容 里面 上面
            下面 前面 后面 中心 中间 了解 目的 得到 着急 和平 向往 对话 从前 到底 与其 让步 给力 将来 将军 这样 这里 这个 这些 那里 那个 那些 怎么 什么 为何
            如何 多少 哪里
            我們 你們 他們 她們 朋友 孩子 老師 學生 現在 未來 過去 時間 時候 時光 時刻 黃昏 國家 中國 東京 地圖 海灘 沙灘 陽光 天氣 雲海 夕陽 風景 樹林 花園
            旅遊 出發 到達 記憶 夢想 快樂 美麗 安靜 寧靜 溫暖 溫柔 簡單 精彩 特別 健康 輕鬆 優雅 經典 時尚 品質 產品 服務 設計 創意 創新 技術 智慧 手機 電腦
            相機 圖片 視頻 影片 電影 音樂 聲音 藝術 文化 歷史 傳統 現代 公司 團隊 項目 市場 價格 優惠 免費 限時 購買 馬上 開始 結束 繼續 學習 學校 知識 經驗
            問題 機會 選擇 決定 改變 發現 體驗 感覺 喜歡 喜愛 熱愛 愛情 節日 聖誕 禮物 祝福 感謝 謝謝 歡迎 再見 許多 更多 最後 還是 還有 沒有 應該 需要 必須
            能夠 認為 覺得 看見 聽見 告訴 關注 訂閱 頻道 連結 下載 準備 麵包 蔬菜 餐廳 廚房 運動 比賽 汽車 飛機 火車 地鐵 房間 顏色 為了 關於 通過 其實 內容
            裡面 瞭解 這樣 這裡 這個 這些 那裡 那個 怎麼 什麼 為何
            蓝牙 耳机 续航 降噪 效果 出色 小时 分钟 公里 新品 上市 升级 首发 全新 好物 推荐 必备 收纳 护肤 美妆 口红 香水 衣服 裙子 鞋子 手表 眼镜 珠宝 投资 理财
            房产 买房 创业 职场 面试 英语 考试 大学 毕业 熊猫 猫咪 狗狗 宠物 事情 东西 办法 原因 结果 意思 秘密 真相 细节 技巧 攻略 教程 指南 合集 系列 小時 分鐘
            耳機 效果 升級 推薦 護膚 衣服 投資 創業 貓咪 寵物 東西 辦法 細節 攻略
            世界 時代 会社 電車 写真 動画 映画 音楽 料理 旅館 温泉 紅葉 桜色 季節 毎日 毎朝 今日 明日 昨日 大切 自然 生活 家族 仕事 学校 先生
            """).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>What it costs to end a line before each character; 0 where nothing is known of it.</summary>
    public static int[] Costs(string text)
    {
        var costs = new int[text.Length + 1];
        for (var start = 0; start < text.Length; start++)
        {
            if (!IsHan(text, start))
            {
                continue;
            }

            var end = start;
            while (end < text.Length && IsHan(text, end))
            {
                end++;
            }

            Read(text, start, end, costs);
            start = end;
        }

        ReadKana(text, costs);
        return costs;
    }

    private static void ReadKana(string text, int[] costs)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (s_kana.FirstOrDefault(word => string.CompareOrdinal(text, i, word, 0, word.Length) == 0) is not { } found)
            {
                continue;
            }

            costs.AsSpan(i + 1, found.Length - 1).Fill(InWord);
            i += found.Length;
            if (i < text.Length && !Contains(KanaParticles, text[i]))
            {
                costs[i] = AfterParticle;
            }

            i--;
        }
    }

    private static void Read(string text, int start, int end, int[] costs)
    {
        // Places since the last border that is sure.
        var loose = 0;
        for (var i = start; i < end;)
        {
            if (i > start && costs[i] == 0)
            {
                costs[i] = loose % 2 == 0 ? BetweenWords : OddPlace;
            }

            if (i + 1 < end && s_words.Contains(text.Substring(i, 2)))
            {
                costs[i] = i == start || IsSure(costs[i]) ? costs[i] : BetweenWords;
                costs[i + 1] = InWord;
                (i, loose) = (i + 2, 0);
                continue;
            }

            var letter = text[i];
            if (i > start && Contains(Particles, letter))
            {
                costs[i] = InWord;
                if (i + 1 < end && !Contains(Particles, text[i + 1]))
                {
                    costs[i + 1] = AfterParticle;
                }

                loose = 0;
            }
            else if (Contains(Prepositions, letter) || Contains(Pointing, letter))
            {
                costs[i] = i == start || costs[i] >= InWord ? costs[i] : Math.Min(costs[i], BeforePreposition);
                if (i + 1 < end)
                {
                    costs[i + 1] = InWord;
                }

                if (Contains(Pointing, letter) && i + 2 < end && !Contains(Pointing, text[i + 1]) && !s_words.Contains(text.Substring(i + 1, 2)))
                {
                    costs[i + 2] = BeforePreposition;
                    i++;
                }

                loose = 0;
            }
            else
            {
                loose++;
            }

            i++;
        }
    }

    private static bool IsSure(int cost) => cost is AfterParticle or InWord;

    private static bool Contains(string set, char letter) => set.Contains(letter, StringComparison.Ordinal);

    private static bool IsHan(string text, int at) => text[at] is >= '\u3400' and <= '\u9FFF';
}
