using static Microsoft.Playwright.Assertions;

namespace Tarazy.BrowserTests.People;

/// <summary>A demand of an invented office in front of one person.</summary>
internal static class ADemand
{
    /// <returns>Its number.</returns>
    public static async Task<string> ComesInAsync(APerson person)
    {
        await person.GoToAsync("/desk/demands/new");
        foreach (var (name, value) in new[]
        {
            ("issuer", "Committee of the Steppe for Information (invented)"),
            ("jurisdiction", "kz"),
            ("language", "ru"),
            ("addresses", "https://t.me/steppe_news/62"),
            ("whole", "Весь мессенджер на территории страны"),
            ("law", "Закон об онлайн-платформах"),
            ("article", "9(4)"),
            ("quote", "Платформа рассматривает запрос в течение суток."),
        })
        {
            await person.Page.Locator($"#new-{name}").FillAsync(value);
        }

        await person.Page.Locator("#new-issuer-kind").SelectOptionAsync("ministry");
        await person.Page.Locator("#new-kind").SelectOptionAsync("removal");
        await person.Button("Take it in and log it").ClickAsync();
        await Expect(person.Page.Locator(".page-head .mono").First).ToContainTextAsync("D-");
        return await person.Page.Locator(".page-head .mono").First.InnerTextAsync();
    }
}
