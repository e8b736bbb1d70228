namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>English as a table: actions, things and small words. Longer phrases win over shorter ones.</summary>
internal static partial class EnglishWords
{
    // Only words that nearly every message holds, so that a name is not taken for a slip.
    private const string Mistyped =
        "slideshow|video|videos|music|vertical|portrait|landscape|horizontal|square|title|titles|caption|captions|subtitles|transition|transitions|"
        + "crossfade|crossfades|dissolve|second|seconds|minute|minutes|photo|photos|picture|pictures|image|images|black|white|volume|remove|delete|create|"
        + "faster|slower|louder|quieter|beginning|replace|background|upbeat|cinematic|dramatic|brighter|darker|voiceover|reverse|duplicate|motion|shorter|longer|"
        + "between|bottom|yellow|vintage|speed|first|third|please|merge|rotate";

    /// <summary>Words so common that a slip of the pen in them is still read.</summary>
    public static readonly string[] OftenMistyped = Mistyped.Split('|');

    public static IReadOnlyList<Phrase> All => [.. Actions, .. Things, .. Qualities, .. SmallWords, .. Numbers];

    /// <summary>What is understood inside of other languages: no small words, which mean something else there.</summary>
    public static IReadOnlyList<Phrase> Beside => [.. Actions, .. Things, .. Qualities, .. Numbers];

    private static Phrase[] Actions =>
    [
        new(Sense.Add, "append|tack|tack on|bolt|bolt on|wedge|slot it|slot in|sandwich|squeeze|squeeze in|slip|slip in|chuck|chuck in|plop|add|adding|include|including|give it|use|using|play|overlay|lay|apply|show|display|write|insert|need|want some|played|be played|be shown|shown|gets played|paste|throw in|toss in|slap on|slap|drop in|bring in|set"),
        new(Sense.Remove, "remove|removing|delete|deleting|drop|dropped|get rid of|getting rid of|throw away|throw out|throw|take out|take away|take off|leave out|lose|ditch|omit|skip|kick out|scrap|strip|erase|exclude|leave off|switch off|turn off|clear|cancel|discard|kill|don't want|dont want|do not want|don't want any|no longer want|no longer need|don't need|dont need|do not need|gone|needs to go|need to go|aren't needed|isn't needed|is not needed|are not needed|not needed|out with|disappear|be deleted|be removed|get deleted|gets deleted|get removed|gets removed|be thrown out|be dropped|be cut|go away|is unwanted|are unwanted|unwanted|do without|toss out|toss the|toss it|toss that|toss them|out they go|out it goes|isn't wanted|aren't wanted|ditched|scrapped|not wanted|don't belong|doesn't belong|has to go|have to go|must go|should go|can go|to go away|pull|yank|axe|nix|dump|bin|remove that|off they go|off the menu|off the list|toss"),
        new(Sense.Remove, "vanish|vanishes|disappear|disappears|disappearing", "vanish"),
        new(Sense.Export, "export|exporting|render|download|save it|save the video|save the file|save as|save it as|export it|export the video|share|share it|share this|post it|post this|publish|publish it|upload it|send it to me|send me the video"),
        new(Sense.Reset, "start over|start again|start from scratch|begin again|reset|reset it|reset everything|clear everything|clear it all|clear the timeline|empty the timeline|remove everything|delete everything|erase everything|scrap everything|remove all of it|delete all of it|throw everything away"),
        new(Sense.Make, "make|making|turn|let|change|changing|edit|adjust|do|go|get|keep it|have"),
        new(Sense.Replace, "replace|substitute|exchange|swap out|switch out"),
        new(Sense.Replace, "rename|reword|change the text|change the title|set the title|update the title|make the title say|make it say|change title|rename it|rename the title|change the wording|spelled|spelt|typo|misspelled|misspelt|should read|should say|must say|must read|correct spelling|has to read|has to say|needs to read|needs to say|ought to read|ought to say|supposed to read|supposed to say", "title"),
        new(Sense.Put, "put|move|place|position|bring|shift|stick|push it|send|park|belongs|belong|come right|comes right|has to come|should come|must come|needs to come|goes right|go right|drag|slide it|moved|relocate|should go|must go to"),
        new(Sense.Put, "move up|move forward|move earlier|bring forward|one place earlier|one position earlier|one spot earlier|up one place|up one spot|one to the left", "earlier"),
        new(Sense.Put, "move later|push back|move down|one place later|one position later|one spot later|down one place|down one spot|one to the right", "later"),
        new(Sense.Swap, "swap|switch|trade places|exchange places|interchange|switch places|trade"),
        new(Sense.ReverseOrder, "reverse the order|reverse order|in reverse order|opposite order|backwards order|invert the order|flip the order|other way round|other way around|back to front|last to first|opposite sequence|reverse sequence|opposite direction|in the opposite order|reversed order|newest to oldest|latest to earliest|run the order backwards|backwards through|in the opposite sequence|oldest last|in opposite order"),
        new(Sense.Backwards, "reverse|reversed|backwards|backward|in reverse|rewind|run backwards|play backwards"),
        new(Sense.Backwards, "forwards|forward again|forwards again|not backwards|not in reverse|the right way round again|play it forward|unreverse", "forwards"),
        new(Sense.Cut, "trim|trim off|trim down", "trim"),
        new(Sense.Cut, "cut|chop|chop off|clip off|cut out|cut off|cut away|shave|shave off|lop off|snip|cut down|truncate|lop|crop out|take"),
        new(Sense.Keep, "keep|keeping|only keep|retain|preserve|only use|use only|just use|nothing but|only that|just that|just the|only the|only"),
        new(Sense.Split, "blade|blade it|razor|split|divide|slice|break|cut in two|cut in half|split in half|cut in two parts"),
        new(Sense.Duplicate, "duplicate|copy|repeat|clone|double up"),
        new(Sense.Duplicate, "a second time|once more|one more time|another time|a third time|twice in total", "again"),
        new(Sense.Loop, "loop|play again|replay"),
        new(Sense.Undo, "was nicer before|was better before|looked better before|looked nicer before|was nicer|was better|i liked it better before|i liked it before|undo|undo it|undo that|undo this|revert|revert that|revert it|roll back|take that back|take it back|go back|back out|step back|undo the last change|undo the last step|as it was before|the way it was|how it was|how it was before|put it back how it was|put it back the way it was|put it back like it was|change it back|go back to how it was|revert to before"),
        new(Sense.Redo, "redo|redo it|redo that|redo this|undo the undo|undo that undo|put the change back|bring the change back|bring that change back|redo the last change|reapply|re-apply|reapply it"),
        new(Sense.Restore, "restore|bring back|put back|readd|re add|want back|back in|give back|back again|return"),
        new(Sense.Mute, "mute|silence|muted|turn off the sound|turn the sound off|no sound|without sound|kill the sound|kill the audio|without its sound|sound off|no original sound|no audio|without audio|silent|soundless|make no sound|without a sound|hush|shut up"),
        new(Sense.Unmute, "unmute|sound on|turn the sound on|turn the sound back on|audio back"),
        new(Sense.Faster, "faster|speed up|speed it up|speed this up|speeding up|speeding it up|speeding|sped up|quicker|accelerate|timelapse|time lapse|hyperlapse|fast forward"),
        new(Sense.Slower, "slower|slow down|slow it down|slow this down|slow them down|slow motion|slow mo|slo mo|slowmo|slomo|slo-mo|slow-mo|slow-motion|slowed|slowed down|slow everything down|slow"),
        new(Sense.Rotate, "rotate|turn it|rotated|rotation|tilt"),
        new(Sense.Rotate, "lying on its side|lies on its side|lying on the side|laying on its side|on its side|tipped over|fallen over", "fault"),
        new(Sense.Mirror, "flip|mirror|mirrored|flipped|flop"),
        new(Sense.Create, "create|turn these|turn them|turn this|turn my|turn the|turn all|generate|produce|build|compose|assemble|make me|make a|make an|make one|i want a|i want an|i need a|i need an|i'd like a|i'd like an|we need a|give me a|put together a|cut together a|film|video of|clip of|reel of|film about|video about"),
        new(Sense.Join, "join|put the clips together|put together|put them together|put these together|stick them together|stick em together|put em together|glue them together|stick those together|stitch|stitch together|combine|concatenate|merge|string together|end to end|lay them end to end|lay end to end|lay them out|line up|line the|link|glue|in a row|back to back|one after another|one after the other|after each other|after one another|one then the other|first one then the other|one at a time|one by one|consecutively|sequentially|all together"),
        new(Sense.Hold, "freeze|hold|freeze frame|pause on|linger"),
        new(Sense.Lengthen, "ends when|end when|stops when|stop when|finishes when|finish when|is over when|same length as|the length of|match the length of|matches the length of|fit the length of|for as long as|longer|as long|as long as|extend|lengthen|stretch|stretch out|prolong|expand|run on|let it run|run longer|keep going|carry on"),
        new(Sense.Lengthen, "twice as long|double the length|twice the length|double its length|double the duration", "", 2),
        new(Sense.Lengthen, "three times as long|triple the length", "", 3),
        new(Sense.Lengthen, "half as long|half the length|half its length", "", 0.5),
        new(Sense.Leave, "leave|leaving"),
        new(Sense.Shorten, "shorter|shorten|condense|compress|tighten"),
        new(Sense.Louder, "louder|turn up|turn it up|raise|increase|bump|bump up|crank up|crank|turn it back up|boost|up the|pump up"),
        new(Sense.Quieter, "low|subtle|barely audible|hushed", "state"),
        new(Sense.Quieter, "not loud|not too loud|not very loud|not overly loud|quieter|softer|turn down|turn it down|lower|decrease|reduce|bring down|soften|less loud|not so loud|tone down|duck"),
        new(Sense.Quieter, "too loud|deafening|blaring|way too loud|far too loud|much too loud|overpowering|drowning|drowns out|ear splitting", "complaint"),
        new(Sense.Louder, "too quiet|inaudible|barely audible|can hardly hear|can barely hear|hardly audible|far too quiet|much too quiet|way too quiet", "complaint"),
        new(Sense.StartWith, "start with|begin with|open with|opens with|starts with|begins with|start on|open on|kick off with|lead with|opener"),
        new(Sense.EndWith, "end with|finish with|close with|ends with|finishes with|closes with|end on|wrap up with|closes|comes last|goes last"),
        new(Sense.Sequence, "by number|by name|by their number|by their names|by filename|by file name|by file number|alphabetically|in alphabetical order|in numerical order|numerically|by the numbers", "name"),
        new(Sense.Sequence, "in that order|in this order|order|reorder|rearrange|sequence|arrange|followed by|comes after|goes"),
    ];

    private static Phrase[] Things =>
    [
        new(Sense.Title, "title|titles|title card|card|cards|headline|heading|text|texts|words|wording|lettering|tagline|slogan|banner|lower third|subheading|text overlay|on screen text|label|subtitle:"),
        new(Sense.Caption, "caption|captions|subtitles|subtitle|subs|closed captions|captioning|caption it|subtitle it"),
        new(Sense.Voiceover, "say over it|say over the video|say over this|speak over it|have someone say|have somebody say|let someone say|someone says|someone saying|a voice says|voice saying|say out loud|say aloud|voiceover|voice over|narration|narrator|vo|voice|spoken text|narrate|read aloud|read it aloud|read the text aloud|read out the text|read the text|speak the text|text to speech|tts|ai voice|spoken voice"),
        new(Sense.Music, "my song|my own song|my track|my tune|my own music|my music|our song|the song i uploaded|the track i uploaded|the song i gave you|the song i sent|the song i added|the mp3|my mp3|the audio file|my audio file|the song", OwnSong.Own),
        new(Sense.Music, "music|song|soundtrack|bgm|background music|tune|track|score|backing track|musical background|beat|beats|backing"),
        new(Sense.Sound, "audible|heard|be heard|hear|sound|audio|original sound|original audio|clip sound|clip audio|own sound|noise|background noise|natural sound|ambient sound"),
        new(Sense.Effect, "sound effect|sound effects|sfx|ambience"),
        new(Sense.Transition, "changeover|changeovers|transition|transitions|transitioning|cross over"),
        new(Sense.Still, "screenshot|screenshots|image|images|photo|photos|picture|pictures|pic|pics|still|stills|photograph|photographs|shots of mine|snapshot|snapshots"),
        new(Sense.Clip, "clip|clips|footage|recording|recordings"),
        new(Sense.Shot, "shot|shots|part|parts|piece|pieces|segment|segments|scene|scenes|slide|one|ones|item|items|file|files"),
        new(Sense.Video, "video|videos|whole clip|entire clip|whole film|vid|vids|movie|film|reel|edit|thing|everything|whole thing|vlog|programme|version|cut of it"),
        new(Sense.Video, "promo|promo video|promotional video|ad|advert|advertisement|commercial|product video|launch video|showreel|show reel|sizzle reel", "upbeat"),
        new(Sense.Video, "trailer|teaser|movie trailer", "cinematic"),
        new(Sense.Video, "montage|recap|highlights|highlight reel|highlights reel|highlight video|compilation|year in review|aftermovie|after movie", "uplifting"),
        new(Sense.Video, "real estate video|property video|house tour|listing video|portfolio", "calm"),
        new(Sense.Video, "birthday video|birthday card|party video|invitation|invite", "happy"),
        new(Sense.Video, "wedding video|love story|anniversary video|memorial|memorial video|tribute|tribute video|in memory", "romantic"),
        new(Sense.Slideshow, "slideshow|slide show|photo video|photo story|photo montage|gallery|memories|something nice|something cool|something beautiful|something fun|something out of|something nice out of|memory video|photo album|picture show|photo reel"),
        new(Sense.Brand, "brand|brand kit|branding|brand style|brand identity|house style|corporate design|brand look|brand colours|brand colors|brand colour|brand color|brand logo|brand font"),
        new(Sense.Word, "brand new"),
        new(Sense.Word, "ice cream|whipped cream|sour cream|cream cheese|face cream"),
        new(Sense.Word, "background|backdrop|screen behind", "background"),
        new(Sense.Word, "nothing|none of them|nothing at all", "nothing"),
        new(Sense.Word, "to how it was|normal again", "normal"),
        new(Sense.Word, "max|maximum|at most|no more than|not more than|no longer than|not longer than|under|within|tops|below", "limit"),
        new(Sense.Word, "name|names|file name|file names|filename|filenames", "name"),
        new(Sense.Save, "save|remember|memorise|memorize|store"),
        new(Sense.Font, "font|fonts|typeface"),
        new(Sense.Logo, "logo|watermark|brand mark|badge|sticker|overlay image"),
        new(Sense.PictureInPicture, "picture in picture|pip|picture-in-picture|small window|inset|small picture|little window|facecam"),
        new(Sense.SplitScreen, "left and right halves|beside each other|split the screen|share the screen|two halves|split view|split screen|splitscreen|side by side|next to each other|half and half"),
        new(Sense.SplitScreen, "on top of each other|stacked|stack|one above the other|one over the other|one below the other|one under the other|above each other|below each other|top and bottom halves", "stacked"),
        new(Sense.Script, "script|the script|lyrics|transcript"),
        new(Sense.Speed, "speed|tempo|pace|fast|quick|as quick|as fast|playback rate|rate"),
        new(Sense.Volume, "volume|loudness|loud|as loud|level|as quiet"),
        new(Sense.Opacity, "half transparent|semi transparent|semi-transparent|half see through|semitransparent|half opaque|translucent") { Besides = [new(Sense.Percent, "", "", 50)] },
        new(Sense.Opacity, "opacity|opaque|transparent"),
        new(Sense.Opacity, "see through|see-through|a bit transparent|slightly transparent", "translucent"),
        new(Sense.Opacity, "transparency", "transparency"),
        new(Sense.Colour, "colours|colors|color|colour|look|tone|grade|grading|filter|filters|effect"),
    ];
}
