using System.Collections.Frozen;
using Tarazy.Analysis.Text;

namespace Tarazy.Analysis.Claims;

/// <summary>Words that say nothing of what a claim is about, in English, Russian, Ukrainian and Kazakh, as hashes of their folded forms.</summary>
internal static class StopWords
{
    /// <summary>Places of <see cref="Place"/>. English and Russian have a few words more, so that some of their rare ones share a place.</summary>
    public const int Places = 128;

    // Rare words stand last in the lists that are longer than the places: the last ones share.
    private const string English =
        "a about above after again all also am an and any are as at be because been before being between both but by can could did do does doing " +
        "don't down each few for from had has have he her here him his how i if in into is it it's its just me more most my no nor not now of off on " +
        "once only or other our out over own same she should so some such than that the their them then there these they this those through to too " +
        "under up very was we were what when where which while who why will with would you your us get got herself himself itself myself yourself " +
        "themselves hers ours theirs yours whom having further below during until i'm we're they're isn't wasn't didn't doesn't can't won't rt via " +
        "amp";

    private const string Russian =
        "и в во не что это он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из ему теперь когда " +
        "даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы " +
        "тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой совсем ним здесь этом один почти мой " +
        "тем чтобы нее были куда зачем всех никогда можно при наконец два об другой хоть после над больше тот через эти нас про всего них какая много " +
        "разве эту моя впрочем свою этой перед иногда лучше чуть том такой им более всю между также";

    private const string Ukrainian =
        "і й та що не на я з із як а те всі вона так його але ти до у в же ви за би по тільки її мені було ось від мене ще ні про йому коли навіть ну чи " +
        "якщо вже або бути був нього вас там потім себе нічого їй може вони тут де є треба для ми їх ніж була без буде тоді хто цей того тому цього який " +
        "щоб при під через ці нас ця це також";

    private const string Kazakh =
        "және мен пен бен бұл сол осы ол біз сіз олар өз үшін деп дейді де да та те емес бар жоқ бірақ ал енді ғана тек туралы бойынша кейін дейін " +
        "сияқты себебі егер болса болды болып бола болады еді екен керек қандай қалай қайда кім не неге барлық бәрі әр бір әрі немесе яки арқылы менің сенің " +
        "оның біздің сіздің олардың маған саған оған бізге сізге жатыр тұр отыр";

    private static readonly FrozenDictionary<ulong, int> Numbers =
        new[] { English, Russian, Ukrainian, Kazakh }
            .SelectMany(list => list.Split(' ').Index())
            .SelectMany(word => new[] { word, (word.Index, Item: Bare(word.Item)) })
            .Select(word => (Hash: TokenHash.Of(word.Item), Place: Shared(word.Index)))
            .DistinctBy(word => word.Hash)
            .ToFrozenDictionary(word => word.Hash, word => word.Place);

    /// <summary>One of <see cref="Places"/> for a stop word, -1 for any other word.</summary>
    public static int Place(ulong hash) => Numbers.GetValueOrDefault(hash, -1);

    /// <summary>Past the last place the words go back from it, each sharing with a word that is about as rare.</summary>
    private static int Shared(int index) => index < Places ? index : (2 * Places) - 1 - index;

    /// <summary>As it is typed without the Kazakh letters.</summary>
    private static string Bare(string word) => word
        .Replace('ә', 'а').Replace('ғ', 'г').Replace('қ', 'к').Replace('ң', 'н').Replace('ө', 'о').Replace('ұ', 'у').Replace('ү', 'у').Replace('і', 'и');
}
