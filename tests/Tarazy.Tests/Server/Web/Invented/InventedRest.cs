using Tarazy.Records.Cases;
using Tarazy.Server.Workbench.Imports;
using Tarazy.Server.Workbench.People;
using Tarazy.Server.Workbench.Rules;

namespace Tarazy.Tests.Server.Web.Invented;

/// <summary>People, rules and imports.</summary>
internal sealed class InventedRest(DateTimeOffset now)
{
    public PeopleView People(string? state) => new(
        [
            new(new("R-01"), "Айгүл", ["kk", "ru", "en"], ["reviewer", "admin"], PersonState.Active, now.AddDays(-1)),
            new(new("R-03"), "Олег", ["ru", "uk"], ["reviewer"], PersonState.Invited, null),
            new(new("R-12"), "Dilnoza", ["uz", "ru"], ["ombudsperson"], PersonState.Suspended, now.AddDays(-40)),
        ],
        ["kk", "ru", "uz", "ky", "uk", "en"],
        state == "link" ? new NewLinkView(new ReviewerId("R-13"), "https://desk.example/welcome/5f0c3a0de8bb4ffd9c1c", now.AddDays(7)) : null,
        state == "refused" ? [new InventedRefusal("person-needs-role", "Give the person a name and a role.")] : null);

    public static RulesView Rules(string? state) => new(state == "empty" ? [] :
    [
        new("mercenary-recruitment", "9f86d081", "live", new("mercenary-recruitment"), "Pay for fighting abroad", "war news, court reports, warnings", ["ru", "kk"],
            [new("Контракт, фронт, 2 000 000 теңге, жазыңыз @sarbaz_work", "kk", true), new("Сот контракт бойынша 2 000 000 теңге айыппұл салды", "kk", false)], 41, 30),
        new("fixed-return", "11aa22bb", "shadow", new("investment-scam"), "A fixed return promised", null, ["ru"], [], 1, 1),
    ]);

    public ImportsView Imports(string? state) => new(state == "empty" ? [] :
    [
        new("export-2026.json", "Сапар · жұмыс", now.AddHours(-4), null, 12_402, 0, [], []),
        new("export-2025.json", "Степной инсайдер", now.AddDays(-4), now.AddDays(-4), 98_113, 4_002, [("private-chat", 2), ("rest", 1)], ["Message 4117 ends in the middle, at byte 309 998 121; everything before it was kept."]),
    ]);
}
