using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Tarazy.BrowserTests.Kit;
using Tarazy.BrowserTests.People;

namespace Tarazy.BrowserTests.Looks;

/// <summary>Every page, light and dark, wide and narrow, in turn in the three languages.</summary>
public sealed class AxeTests(ADeskWithEverything everything) : IClassFixture<ADeskWithEverything>
{
    private static readonly string[] Languages = ["kk", "ru", "en"];

    private static readonly int[] Widths = [1280, 390];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // The library's own runner opens a second page for every check, which these pages without frames do not need.
    private const string Check =
        """
        async () => (await axe.run(document, { resultTypes: ['violations'], iframes: false })).violations.flatMap(v =>
          v.nodes.map(n => `${v.id}: ${n.html} ${[...n.any, ...n.all].map(c => c.message).join(' ')}`))
        """;

    private const string Sideways =
        """
        width => {
          const inside = e => e.parentElement && (getComputedStyle(e.parentElement).overflowX !== 'visible' || inside(e.parentElement));
          return document.documentElement.scrollWidth <= width ? [] : [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > width + 1 && e.checkVisibility() && !inside(e)).slice(0, 4).map(e => e.outerHTML.slice(0, 160))
          .concat(`${document.documentElement.scrollWidth} of ${width}`);
        }
        """;

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Nothing_on_any_page_keeps_anybody_out_and_none_scrolls_sideways(string theme)
    {
        TheBrowser.OrSkip();
        var faults = new List<string>();
        var turn = theme == "dark" ? 1 : 0;
        foreach (var (person, address) in Pages())
        {
            var language = Languages[turn++ % Languages.Length];
            var asked = address.Split('#');
            await person.GoToAsync($"{asked[0]}{(asked[0].Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}&theme={theme}{(asked.Length > 1 ? "#" + asked[1] : "")}");
            await person.Page.EvaluateAsync(Axe);
            foreach (var width in Widths)
            {
                faults.AddRange((await FaultsAsync(person.Page, width)).Select(f => $"{address} ({theme}, {width}, {language}): {f}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        everything.Way.Desk.NobodysBrowserComplained();
    }

    private static async Task<IEnumerable<string>> FaultsAsync(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 844);
        var faults = (await page.EvaluateAsync<string[]>(Check)).ToList();
        var wide = await page.EvaluateAsync<string[]>(Sideways, width);
        if (wide.Length > 0)
        {
            faults.Add($"scrolls sideways for {string.Join(" | ", wide)}");
        }

        return faults;
    }

    private IEnumerable<(APerson Person, string Address)> Pages()
    {
        var way = everything.Way;
        (APerson, string)[] desk =
        [
            (way.First, "/desk"),
            (way.First, $"/desk/cases/{everything.Untouched}"),
            (way.First, $"/desk/cases/{way.Case}#case"),
            (way.Second, $"/desk/cases/{everything.SecondReading}"),
            (way.Second, $"/desk/cases/{everything.SecondReading}#decide"),
            (way.First, "/desk/notices"),
            (way.First, $"/desk/notices/{way.Notice}"),
            (way.Ombudsperson, "/desk/appeals"),
            (way.Ombudsperson, $"/desk/appeals/{way.Notice}"),
            (way.First, "/desk/demands"),
            (way.First, "/desk/demands/new"),
            (way.First, $"/desk/demands/{everything.Demand}"),
            (way.Admin, "/desk/people"),
            (way.First, "/desk/fact-checks"),
            (way.First, "/desk/rules"),
            (way.Admin, "/desk/labels"),
            (way.First, "/desk/labels/second"),
            (way.Admin, "/desk/imports"),
            (way.First, "/desk/channels/telegram:9100000004"),
            (way.Admin, "/desk/measures"),
            (way.Admin, "/desk/measures/add"),
            (way.Admin, "/desk/measures/ES-2024-03"),
            (way.First, $"/desk/notices/{way.Notice}/competing"),
        ];
        (APerson, string)[] open =
        [
            (way.Public, "/"),
            (way.Public, "/sign-in"),
            (way.Public, new Uri(everything.Unused).AbsolutePath),
            (way.Public, "/register"),
            (way.Public, $"/register/{way.Notice}"),
            (way.Public, "/demands"),
            (way.Public, $"/demands/{everything.Demand}"),
            (way.Public, "/checked"),
            (way.Public, "/log"),
            (way.Public, "/age?place=CN&service=device-mode&proof=16-no"),
            (way.Public, "/age/CN-MINOR-MODE-2024"),
            (way.Public, "/age/proof?form=sd-jwt&try=none"),
            (way.Public, "/age/proof?form=mdoc&try=tampered"),
            (way.Public, "/measures"),
            (way.Public, "/measures/ES-2024-03"),
            (way.Public, "/measures/competing"),
            (way.Public, "/appeal"),
            (way.Public, "/law"),
            (way.Public, "/law/kz"),
            (way.Public, "/law/de"),
            (way.Public, "/law/eu"),
            (way.Public, "/age"),
            (way.Channel, new Uri(way.AppealLink).AbsolutePath),
            (way.Public, "/nothing/here"),
        ];
        return desk.Concat(open);
    }
}
