namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>A place in the row means the shot that stood there when it was spoken of, and "it" is still that shot once it has moved.</summary>
public sealed class DirectorKeepsPlaces
{
    private const string Trees = "oak.jpg elm.jpg ash.jpg fir.jpg";
    private const string Clips = "dive.mp4:12 swim.mp4:9";

    [Theory]
    [InlineData("all photos / turn the third one sideways by 90 degrees and move it to the front", "ash 0-3 rot90, oak 3-6, elm 6-9")]
    [InlineData("all photos / the first one black and white, then at the end", "elm 0-3, ash 3-6, fir 6-9, oak 9-12 bw")]
    [InlineData("all photos / put the second photo last and make it black and white", "ash 3-6, fir 6-9, elm 9-12 bw")]
    [InlineData("all photos / black and white for the first two and move them to the end", "ash 0-3, fir 3-6, oak 6-9 bw, elm 9-12 bw")]
    [InlineData("all photos / drop the first one and make the third one 5 seconds", "elm 0-3, ash 3-8, fir 8-11")]
    [InlineData("all photos / delete the last one and let the last one stay for 5 seconds", "oak 0-3, elm 3-6, ash 6-11")]
    [InlineData("用全部照片 / 把第三张变成黑白，再挪到第一位", "ash 0-3 bw, oak 3-6")]
    [InlineData("用全部照片 / 第一张不要了，第三张改成5秒", "elm 0-3, ash 3-8, fir 8-11")]
    [InlineData("Diashow / mach das dritte schwarzweiß und stell es an den Anfang", "ash 0-3 bw, oak 3-6")]
    [InlineData("diaporama / la première en noir et blanc et mets-la à la fin", "elm 0-3, ash 3-6, fir 6-9, oak 9-12 bw")]
    [InlineData("haz un video / pon la tercera en blanco y negro y muévela al principio", "ash 0-3 bw, oak 3-6")]
    public void A_place_is_the_one_before_the_message_moved_anything(string messages, string facts) => Conversation.Holds(Trees, messages, facts);

    [Theory]
    [InlineData("all photos / the fourth to the front", "fir 0-3, oak 3-6")]
    [InlineData("diaporama / la quatrième en premier", "fir 0-3, oak 3-6")]
    [InlineData("Diashow / die vierte zuerst", "fir 0-3, oak 3-6")]
    [InlineData("haz un video / la cuarta primero", "fir 0-3, oak 3-6")]
    [InlineData("сделай слайдшоу / четвёртую в начало", "fir 0-3, oak 3-6")]
    [InlineData("用全部照片 / 第四个第一", "fir 0-3, oak 3-6")]
    [InlineData("all photos / fir.jpg in slot three", "elm 3-6, fir 6-9, ash 9-12")]
    [InlineData("all photos / make fir.jpg the second one", "oak 0-3, fir 3-6, elm 6-9")]
    [InlineData("diaporama / fir.jpg en numéro deux", "oak 0-3, fir 3-6, elm 6-9")]
    [InlineData("Diashow / fir.jpg an Stelle drei", "elm 3-6, fir 6-9, ash 9-12")]
    public void Places_need_no_noun(string messages, string facts) => Conversation.Holds(Trees, messages, facts);

    [Theory]
    [InlineData("use oak.jpg and elm.jpg / before elm.jpg, add fir.jpg", "oak 0-3, fir 3-6, elm 6-9")]
    [InlineData("use oak.jpg and elm.jpg / fit fir.jpg in before elm.jpg", "oak 0-3, fir 3-6, elm 6-9")]
    [InlineData("用oak.jpg和elm.jpg / 在elm.jpg前头补fir.jpg", "oak 0-3, fir 3-6, elm 6-9")]
    public void What_is_put_in_goes_where_it_was_said(string messages, string facts) => Conversation.Holds(Trees, messages, facts);

    [Theory]
    [InlineData("join them / the second clip should start from second 4", "dive 0-12, swim 12-17 (4-9)")]
    [InlineData("把两个视频拼起来 / 第二个视频从第4秒开始", "dive 0-12, swim 12-17 (4-9)")]
    [InlineData("häng sie aneinander / der zweite Clip soll ab Sekunde 4 beginnen", "dive 0-12, swim 12-17 (4-9)")]
    [InlineData("colle les deux / la deuxième vidéo commence à partir de la seconde 4", "dive 0-12, swim 12-17 (4-9)")]
    public void A_shot_begins_later_in_its_source(string messages, string facts) => Conversation.Holds(Clips, messages, facts);

    [Theory]
    [InlineData("side by side / no, better one after the other")]
    [InlineData("put them side by side / play them after each other instead")]
    [InlineData("side by side / I don't want them side by side")]
    [InlineData("左右并排 / 还是一个接一个播吧")]
    [InlineData("mets les deux côte à côte / plutôt l'un après l'autre")]
    [InlineData("stell sie nebeneinander / doch lieber nacheinander")]
    [InlineData("ponlos lado a lado / mejor uno después del otro")]
    public void Two_that_shared_the_screen_follow_one_another_again(string messages) => Conversation.Holds(Clips, messages, "dive 0-12, swim 12-21;!over");

    [Theory]
    [InlineData("join them / take out the first one / bring it back", "dive 0-12, swim 12-21")]
    [InlineData("拼起来 / 去掉第一段 / 还是加回来吧", "dive 0-12, swim 12-21")]
    public void What_was_taken_out_comes_back_to_its_place(string messages, string facts) => Conversation.Holds(Clips, messages, facts);
}
