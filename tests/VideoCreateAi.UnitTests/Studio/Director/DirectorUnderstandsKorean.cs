namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>Korean: particles and endings at the words, verbs at the end, spaces as people please.</summary>
public sealed class DirectorUnderstandsKorean
{
    private const string Stills = "dusk.jpg harbour.jpg bridge.png";
    private const string Clips = "surf.mp4:10 dunes.mp4:6 camp.mp4:8";
    private const string One = "walk.mp4:20";
    private const string Mixed = "walk.mp4:20 badge.png song.mp3:60 horns.wav:4";

    [Theory]
    [InlineData(Stills, "12초짜리 영상 만들어줘", "total 12")]
    [InlineData(Stills, "이 사진들로 슬라이드쇼 만들어 주세요. 총 15초", "total 15;dusk 0-5")]
    [InlineData(Stills, "사진 한 장당 4초씩", "total 12;dusk 0-4")]
    [InlineData(Stills, "각 사진을 2초로 하고 세로 영상으로", "total 6;1080x1920")]
    [InlineData(Stills, "정사각형으로 만들어줘", "1080x1080")]
    [InlineData(Stills, "전체 길이는 삼십 초로", "total 30")]
    [InlineData(Stills, "영상 만들어줘 / 두 번째 사진을 5초로 바꿔줘", "total 11;harbour 3-8")]
    [InlineData(Stills, "영상 만들어줘 / 마지막 사진을 6초로 늘려줘", "bridge 6-12")]
    [InlineData(Stills, "영상 만들어줘 / 두번째 사진 삭제해줘", "!harbour;total 6")]
    [InlineData(Stills, "영상 만들어줘 / 첫 번째 사진은 빼줘", "!dusk;total 6")]
    [InlineData(Stills, "영상 만들어줘 / bridge.png를 맨 앞으로 옮겨줘", "bridge 0-3, dusk 3-6")]
    [InlineData(Stills, "영상 만들어줘 / dusk.jpg를 harbour.jpg 뒤에 놓아줘", "harbour 0-3, dusk 3-6")]
    [InlineData(Stills, "영상 만들어줘 / 첫 번째와 세 번째 사진을 서로 바꿔줘", "bridge 0-3, harbour 3-6, dusk 6-9")]
    [InlineData(Stills, "영상 만들어줘 / 순서를 거꾸로 해줘", "bridge 0-3, harbour 3-6, dusk 6-9")]
    [InlineData(Stills, "bridge, dusk, harbour 순서로 배열해줘", "bridge 0-3, dusk 3-6, harbour 6-9")]
    [InlineData("a.jpg b.jpg c.jpg", "a.jpg와 b.jpg로 영상 만들어줘 / b.jpg를 c.jpg로 교체해줘", "a 0-3, c 3-6")]
    [InlineData(Clips, "클립들을 이어 붙여줘", "total 24;surf 0-10, dunes 10-16, camp 16-24")]
    [InlineData(Clips, "두 번째 클립을 거꾸로 재생해줘", "dunes 10-16 reversed")]
    [InlineData(Clips, "마지막 클립은 슬로우모션으로", "camp 16-32 (0-8) 0.5x")]
    [InlineData(Clips, "첫 번째 클립 2배속", "surf 0-5 (0-10) 2x")]
    [InlineData(Clips, "모든 클립 음소거해줘", "surf 0-10 vol0;camp 16-24 vol0")]
    [InlineData(Clips, "첫 번째 클립 볼륨을 30%로 낮춰줘", "surf 0-10 vol30")]
    [InlineData(One, "처음 3초를 잘라줘", "walk 0-17 (3-20)")]
    [InlineData(One, "마지막 5초 삭제", "walk 0-15;total 15")]
    [InlineData(One, "3초부터 8초까지 잘라내줘", "total 15;walk 3-15 (8-20)")]
    [InlineData(One, "5초에서 10초까지만 남겨줘", "walk 0-5 (5-10)")]
    [InlineData(One, "1.5배속으로 재생해줘", "1.5x")]
    [InlineData(One, "속도를 절반으로 줄여줘", "0.5x;total 40")]
    [InlineData(One, "8초 지점에서 나눠줘", "walk 0-8, walk 8-20 (8-20)")]
    [InlineData(One, "좌우 반전해줘", "flip Horizontal")]
    [InlineData(One, "시계 방향으로 90도 회전", "rot90")]
    [InlineData(One, "시작할 때 1초 페이드인, 끝에 2초 페이드아웃", "fade-in 1;fade-out 2")]
    [InlineData(One, "세 번 반복해줘", "total 60")]
    [InlineData(Stills, "슬라이드쇼에 '바다 여행'이라는 제목 넣어줘", "title 바다 여행 0-3")]
    [InlineData(Stills, "처음 2초 동안 아래쪽에 \"어서 와\" 빨간색으로 표시해줘", "title 어서 와 0-2 Bottom #FF3B30")]
    [InlineData(Stills, "왼쪽 위에 '1화' 글자 넣어줘", "title 1화 0-3 TopLeft")]
    [InlineData(Stills, "마지막 2초에 '끝'이라고 띄워줘", "title 끝 7-9")]
    [InlineData(Stills, "4초부터 7초까지 '중간' 표시", "title 중간 4-7")]
    [InlineData(Stills, "슬라이드쇼, 제목 '바다' / 제목을 '산'으로 바꿔줘", "title 산 0-3;!title 바다")]
    [InlineData(Stills, "슬라이드쇼, 제목 '바다' / 제목을 노란색으로", "title 바다 0-3 #FFD60A")]
    [InlineData(Stills, "슬라이드쇼, 제목 '바다' / 제목 지워줘", "!title")]
    [InlineData(Stills, "신나는 음악 넣어줘", "music upbeat 0-9")]
    [InlineData(Stills, "잔잔한 피아노 배경음악을 볼륨 40%로 깔아줘", "music calm piano 0-9 40%")]
    [InlineData(Stills, "로파이 음악 추가", "music lo-fi 0-9")]
    [InlineData(Stills, "신나는 음악 넣어줘 / 음악 소리 좀 줄여줘", "music upbeat 0-9 60%")]
    [InlineData(Stills, "신나는 음악 넣어줘 / 음악 없애줘", "!music")]
    [InlineData(Stills, "신나는 음악, 제목 '아침' / 제목은 그대로 두고, 음악은 빼줘", "title 아침;!music")]
    [InlineData(Mixed, "song.mp3를 배경음악으로, 볼륨 20%", "music song.mp3 0-23 20%")]
    [InlineData(Mixed, "오른쪽 위에 badge.png 로고 넣어줘", "over badge.png top-right")]
    [InlineData("walk.mp4:20 cam.mp4:20", "두 영상을 나란히 보여줘", "walk 0-20 left;over cam.mp4 right")]
    [InlineData(Stills, "사진 사이에 크로스페이드 1초 넣어줘", "<crossfade 1")]
    [InlineData(Stills, "흑백으로 바꿔줘", "bw")]
    [InlineData(Stills, "전체적으로 더 밝게 해줘", "brighter")]
    [InlineData(Stills, "대비를 높여줘", "+contrast")]
    [InlineData(Stills, "빈티지 느낌으로", "vintage")]
    [InlineData(Stills, "내레이션 \"어서 오세요\" 추가해줘", "voice 어서 오세요")]
    [InlineData(Stills, "자막:\n첫째 줄\n둘째 줄\n셋째 줄", "caption 첫째 줄 0-3;caption 셋째 줄 6-9")]
    [InlineData(Stills, "영상 만들어줘 / 세로로 바꿔줘 / 되돌려줘", "1920x1080")]
    [InlineData(Stills, "영상 만들어줘 / 아무것도 바꾸지 마", "total 9")]
    [InlineData(Stills, "영상 만들어줘 / 영상이 몇 초야?", "total 9")]
    [InlineData(Stills, "4K 60fps로", "3840x2160@60")]
    [InlineData(Stills, "세로 영상, 한 장에 3초, 크로스페이드, 신나는 음악, 처음 2초 제목 '주말'", "1080x1920;total 9;<crossfade;music upbeat;title 주말 0-2")]
    public void A_message_in_Korean(string files, string messages, string facts)
    {
        var conversation = new Conversation(files);

        conversation.Say(messages.Split(" / "));

        Assert.All(facts.Split(';'), fact => Assert.True(
            fact[0] == '!' != conversation.Shown.Contains(fact.TrimStart('!'), StringComparison.Ordinal),
            $"{fact}\n  shown: {conversation.Shown}\n  reply: {conversation.Reply}"));
    }
}
