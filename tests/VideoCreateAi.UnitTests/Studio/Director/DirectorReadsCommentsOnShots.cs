namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>A clause names a shot and what is wrong with it, the next one says what to do; and other parts of a sentence that belong to the part before.</summary>
public sealed class DirectorReadsCommentsOnShots
{
    private const string Stills = "dusk.jpg harbour.jpg bridge.png";
    private const string Clips = "surf.mp4:10 dunes.mp4:6 camp.mp4:8";

    [Theory]
    [InlineData(Stills, "做个视频 / 第三张拍虚了，删了吧", "total 6;!bridge")]
    [InlineData(Stills, "做个视频 / 第一张太磨叽，缩到一秒", "total 7;dusk 0-1")]
    [InlineData(Stills, "做个视频 / 最后一张挺好看，多留，放6秒", "bridge 6-12")]
    [InlineData(Clips, "拼起来 / 第二段没劲，加速到两倍", "total 21")]
    [InlineData(Clips, "拼起来 / dunes.mp4倒着放，camp.mp4正常", "dunes 10-16")]
    public void What_is_said_behind_the_comma_is_said_of_the_shot_before_it(string files, string messages, string facts) => Shows(files, messages, facts);

    [Theory]
    [InlineData(Stills, "每张4秒 / 转场全用划像，每个0.4秒", "total 12;<wipe")]
    [InlineData(Stills, "每张4秒 / 转场用滑动，每处半秒", "total 12;<slide")]
    public void Lengths_behind_transitions_are_those_of_the_transitions(string files, string messages, string facts) => Shows(files, messages, facts);

    [Theory]
    [InlineData("talk.mp4:30", "00:05-00:08是废话，给剪了，剩下的接起来", "total 27")]
    [InlineData("talk.mp4:30", "12초부터 18초까지만 남기고 나머지는 다 버려 줘", "total 6")]
    [InlineData("talk.mp4:30", "ab 0:06 ist es zäh bis 0:13, das raus", "total 23")]
    [InlineData("talk.mp4:30", "片子一上来五秒都在试音，这五秒掐掉", "total 25")]
    public void What_is_left_of_a_clip_is_told_by_both_parts(string files, string messages, string facts) => Shows(files, messages, facts);

    [Theory]
    [InlineData(Stills, "做个视频 / ①第一张改成5秒 ②第三张删掉", "total 8;dusk 0-5;!bridge")]
    [InlineData("walk.mp4:20", "转竖屏", "1080x1920;total 20")]
    [InlineData("uno.jpg dos.jpg", "haz un vídeo / deja uno.jpg en dos segunditos", "uno 0-2")]
    [InlineData("walk.mp4:20", "detik ke-8 sampai detik ke-12 dibuang", "total 16")]
    public void Numbers_are_read_as_they_are_said(string files, string messages, string facts) => Shows(files, messages, facts);

    private static void Shows(string files, string messages, string facts)
    {
        var conversation = new Conversation(files);

        conversation.Say(messages.Split(" / "));

        foreach (var fact in facts.Split(';'))
        {
            if (fact[0] == '!')
            {
                Assert.DoesNotContain(fact[1..], conversation.Shown, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains(fact, conversation.Shown, StringComparison.Ordinal);
            }
        }
    }
}
