using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Tarazy.Storage.Contexts;

/// <summary>
/// Keeps one model for each set of parts. Without it the first context of a process would fix the model for all that follow,
/// which is wrong wherever a command, or a test, needs fewer stages than the desk.
/// </summary>
internal sealed class PartsModelCacheKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), (context as DeskContext)?.PartsKey, designTime);
}
