using Microsoft.AspNetCore.Builder;
using Tarazy.Server.Hosting;

namespace Tarazy.Tests.Server.Public;

/// <summary>A desk that knows the law and no post.</summary>
public sealed class DeskWithLawOnly : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tarazy-law-");
    private WebApplication _desk = null!;

    public HttpClient Reader { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = DeskHost.Build(DeskFolder.Open(_folder.FullName), null, "http://127.0.0.1:0");
        await Migrations.ApplyAsync(_desk.Services, CancellationToken.None);
        await _desk.StartAsync();
        Reader = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(_desk.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        await _desk.StopAsync(CancellationToken.None);
        await _desk.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
