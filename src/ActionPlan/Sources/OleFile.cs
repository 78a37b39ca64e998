using System.Buffers.Binary;
using System.Text;
using ActionPlan.Messages;

namespace ActionPlan.Sources;

/// <summary>
/// Compound files ([MS-CFB]): what Office made before 2007, and the wrapping of every password-protected Office file. Only the names of the
/// streams are read, to tell the user which it is.
/// </summary>
internal static class OleFile
{
    private const int DirectoryEntryLength = 128;

    // A directory of a real file is a few sectors; more than this is read of none.
    private const int MostEntries = 4096;

    public static bool IsOle(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    public static Diagnostic Refusal(Stream file, string extension)
    {
        var names = StreamNames(file);
        AddNamesWithin(file, names);
        if (names.Contains("EncryptedPackage"))
        {
            return DiagnosticCatalog.PasswordProtected.Create();
        }

        if (names.Contains("WordDocument"))
        {
            return DiagnosticCatalog.OldWordFormat.Create();
        }

        if (names.Contains("Workbook") || names.Contains("Book"))
        {
            return DiagnosticCatalog.KindNotReadYet.Create("Excel 97-2003 (.xls)");
        }

        if (names.Contains("PowerPoint Document"))
        {
            return DiagnosticCatalog.KindNotReadYet.Create("PowerPoint 97-2003 (.ppt)");
        }

        return extension is "doc" or "dot"
            ? DiagnosticCatalog.OldWordFormat.Create()
            : DiagnosticCatalog.KindNotReadYet.Create(names.Any(name => name.StartsWith("__substg", StringComparison.Ordinal)) ? "Outlook (.msg)" : "OLE");
    }

    /// <summary>Damaged or unusual files lack a directory that can be followed; the names stand in them all the same.</summary>
    private static void AddNamesWithin(Stream file, HashSet<string> names)
    {
        const int Searched = 1 << 20;
        if (names.Count > 1)
        {
            return;
        }

        var bytes = new byte[(int)Math.Min(file.Length, Searched)];
        file.Position = 0;
        var read = bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        foreach (var name in new[] { "EncryptedPackage", "WordDocument", "Workbook", "PowerPoint Document" })
        {
            if (read.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0)
            {
                names.Add(name);
            }
        }
    }

    private static HashSet<string> StreamNames(Stream file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Span<byte> header = stackalloc byte[512];
        file.Position = 0;
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return names;
        }

        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        if (shift is not (9 or 12))
        {
            return names;
        }

        var sector = new byte[1 << shift];
        var at = BinaryPrimitives.ReadUInt32LittleEndian(header[48..]);
        for (var seen = 0; seen < MostEntries; seen += sector.Length / DirectoryEntryLength)
        {
            if (!ReadSector(file, at, sector))
            {
                break;
            }

            for (var i = 0; i < sector.Length; i += DirectoryEntryLength)
            {
                int length = BinaryPrimitives.ReadUInt16LittleEndian(sector.AsSpan(i + 64));
                if (length is > 2 and <= 64)
                {
                    names.Add(Encoding.Unicode.GetString(sector, i, length - 2));
                }
            }

            if (!Next(file, header, sector.Length, ref at))
            {
                break;
            }
        }

        return names;
    }

    /// <summary>Follows the chain of the directory's sectors through the allocation table, as far as the header alone names its sectors.</summary>
    private static bool Next(Stream file, ReadOnlySpan<byte> header, int sectorLength, ref uint at)
    {
        var perSector = sectorLength / sizeof(uint);
        var table = at / perSector;
        if (table >= 109)
        {
            return false;
        }

        var sector = new byte[sectorLength];
        if (!ReadSector(file, BinaryPrimitives.ReadUInt32LittleEndian(header[(76 + ((int)table * 4))..]), sector))
        {
            return false;
        }

        at = BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan((int)(at % perSector) * sizeof(uint)));
        return true;
    }

    private static bool ReadSector(Stream file, uint number, byte[] sector)
    {
        var position = (number + 1L) * sector.Length;
        if (position + DirectoryEntryLength > file.Length)
        {
            return false;
        }

        file.Position = position;
        Array.Clear(sector);
        return file.ReadAtLeast(sector, sector.Length, throwOnEndOfStream: false) > 0;
    }
}
