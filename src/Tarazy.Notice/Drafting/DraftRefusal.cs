using System.Text.Json;
using Tarazy.Records.Cases;
using Tarazy.Records.Outcomes;
using Tarazy.Records.Posts;

namespace Tarazy.Notice.Drafting;

/// <summary>Why a letter cannot be made.</summary>
public abstract record DraftRefusal : SentenceRefusal
{
    private protected DraftRefusal(string code, FormattableString says)
        : base(code, says)
    {
    }
}

public sealed record PackDoesNotFit(string Jurisdiction)
    : DraftRefusal("pack-does-not-fit", $"The decision rests on another law than that of the pack {Jurisdiction}.");

public sealed record AddresseeMissing(string Addressee)
    : DraftRefusal("addressee-missing", $"The pack has no addressee \"{Addressee}\" with a known address.");

public sealed record FormLanguageMissing(string Form, string Language, string Offered)
    : DraftRefusal("form-language-missing", $"The form {Form} is not written in \"{Language}\"; it is in: {Offered}.");

public sealed record FormCannotAsk(string Form, Measure Measure)
    : DraftRefusal("form-cannot-ask", $"The form {Form} has no words for this measure: {JsonNamingPolicy.KebabCaseLower.ConvertName(Measure.ToString())}.");

public sealed record BlankPlace(string Place, string Mend)
    : DraftRefusal("blank-place", $"The place {Place} is blank. {Mend}");

public sealed record NoPosts()
    : DraftRefusal("no-posts", $"A notice names at least one post.");

public sealed record HandleMissing(PostId Post)
    : DraftRefusal("handle-missing", $"The post {Post} has no public address, because the channel's handle is unknown. Type the handle on the channel's page.");

public sealed record PrivateLink(PostId Post)
    : DraftRefusal("private-link", $"The address of {Post} leads into a private chat. Only posts of public channels are noticed.");

public sealed record AddressMalformed(PostId Post)
    : DraftRefusal("address-malformed", $"The address of {Post} is not that of one public post, such as https://t.me/handle/62.");

public sealed record AddressOfAnother(PostId Post)
    : DraftRefusal("address-of-another", $"The address of {Post} names another channel or message. Mend it before anybody is accused.");

public sealed record LinkMalformed(string Place)
    : DraftRefusal("link-malformed", $"The place {Place} needs a full web address that begins with https.");

public sealed record LetterTooLong(int Characters, int Most)
    : DraftRefusal("letter-too-long", $"The letter has {Characters} characters; {Most} are allowed. Name fewer posts or shorten the quotes.");
