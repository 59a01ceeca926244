using Microsoft.EntityFrameworkCore;

namespace Tarazy.Storage.Contexts;

/// <summary>A stage's share of the desk's database. The row types stay inside the stage.</summary>
public interface IDeskPart
{
    void Build(ModelBuilder model);
}
