using System.Runtime.InteropServices;

namespace Tarazy.Analysis.Similarity;

/// <summary>
/// Asks Linux to back a large block by pages of 2 MB: sixteen lines far apart are otherwise sixteen missed translations too.
/// Only advice; where it is not taken everything works as before, and slower.
/// </summary>
internal static class LargePages
{
    private const int PageBytes = 1 << 21;
    private const int HugePage = 14; // MADV_HUGEPAGE, madvise(2)

    /// <param name="address">Begin of pinned memory.</param>
    public static void Advise(nint address, long bytes)
    {
        var first = (address + PageBytes - 1) / PageBytes * PageBytes;
        var length = (address + bytes - first) / PageBytes * PageBytes;
        if (length > 0 && OperatingSystem.IsLinux())
        {
            _ = MemoryAdvise(first, (nuint)length, HugePage);
        }
    }

#pragma warning disable SYSLIB1054 // Its generated code needs unsafe blocks, which this project does without; these arguments need no marshalling.
    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MemoryAdvise(nint address, nuint length, int advice);
#pragma warning restore SYSLIB1054
}
