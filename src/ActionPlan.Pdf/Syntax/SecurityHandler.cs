using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ActionPlan.Pdf.Syntax;

/// <summary>
/// The standard security handler: RC4 and AES of revisions 2 to 4 (ISO 32000-1, 7.6.3), AES-256 of revision 5 (Adobe's
/// extension level 3) and 6 (ISO 32000-2, 7.6.4). The weak algorithms are the file's choice.
/// </summary>
internal sealed class SecurityHandler
{
    private enum Method
    {
        None,
        Rc4,
        Aes128,
        Aes256,
    }

    private readonly byte[] _key;
    private readonly Method _streams;
    private readonly Method _strings;
    private readonly PdfDictionary? _filters;
    private readonly bool _encryptMetadata;

    private SecurityHandler(byte[] key, Method streams, Method strings, PdfDictionary? filters, bool encryptMetadata, int permissions)
    {
        _key = key;
        _streams = streams;
        _strings = strings;
        _filters = filters;
        _encryptMetadata = encryptMetadata;
        Permissions = permissions;
    }

    /// <summary>The flags of table 22.</summary>
    public int Permissions { get; }

    /// <summary>The number of the encryption dictionary, whose own strings are never encrypted.</summary>
    public int DictionaryNumber { get; set; }

    private static ReadOnlySpan<byte> Padding =>
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    public static SecurityHandler? Create(FileObjects file, PdfDictionary encrypt, byte[] id, string? password, out PdfRefusal? refusal)
    {
        refusal = null;
        var version = file.Get(encrypt, "V").AsInteger();
        var revision = file.Get(encrypt, "R").AsInteger();
        var filter = file.Get(encrypt, "Filter").AsName();
        if (filter is not (null or "Standard") || version is not (1 or 2 or 4 or 5) || revision is < 2 or > 6)
        {
            refusal = new PdfRefusal(PdfRefusalReason.Unsupported, $"The encryption {filter} of version {version}, revision {revision} is not read.");
            return null;
        }

        var filters = file.GetDictionary(encrypt, "CF");
        var length = file.Get(encrypt, "Length").AsInteger(40);
        var streams = version >= 4 ? MethodOf(file, filters, file.Get(encrypt, "StmF").AsName()) : Method.Rc4;
        var strings = version >= 4 ? MethodOf(file, filters, file.Get(encrypt, "StrF").AsName()) : Method.Rc4;
        length = version switch { 1 => 40, 4 => 128, _ => length is >= 40 and <= 128 ? length : length is >= 5 and <= 16 ? length * 8 : 40 };
        var metadata = file.Get(encrypt, "EncryptMetadata").AsBoolean(true);
        var permissions = unchecked((int)(long)file.Get(encrypt, "P").AsNumber());
        var owner = file.Get(encrypt, "O").AsString() ?? [];
        var user = file.Get(encrypt, "U").AsString() ?? [];
        byte[]? key = null;
        foreach (var candidate in password is null or "" ? [""] : new[] { password, "" })
        {
            key = version == 5
                ? Key256(file, encrypt, candidate, owner, user, revision)
                : KeyOld(candidate, owner, user, id, permissions, revision, length / 8, metadata);
            if (key is not null)
            {
                break;
            }
        }

        if (key is null)
        {
            var given = string.IsNullOrEmpty(password) ? "no password was given" : "the password given does not open it";
            refusal = new PdfRefusal(PdfRefusalReason.PasswordRequired, $"The file is encrypted, and {given}.");
            return null;
        }

        return new SecurityHandler(key, streams, strings, filters, metadata, permissions);
    }

    public byte[] DecryptString(byte[] data, int number, int generation) => number == DictionaryNumber ? data : Decrypt(data, _strings, number, generation);

    public byte[] DecryptStream(PdfStream stream, string? cryptFilter, FileObjects file)
    {
        var method = cryptFilter is null ? _streams : MethodOf(file, _filters, cryptFilter);
        if (stream.Dictionary.IsType("XRef") || (!_encryptMetadata && stream.Dictionary.IsType("Metadata")))
        {
            method = Method.None;
        }

        return Decrypt(stream.Raw.Span, method, stream.Number, stream.Generation);
    }

    private static Method MethodOf(FileObjects file, PdfDictionary? filters, string? name)
    {
        if (name is null or "Identity" || filters is null || file.GetDictionary(filters, name) is not { } filter)
        {
            return Method.None;
        }

        return file.Get(filter, "CFM").AsName() switch { "V2" => Method.Rc4, "AESV2" => Method.Aes128, "AESV3" => Method.Aes256, _ => Method.None };
    }

    private byte[] Decrypt(ReadOnlySpan<byte> data, Method method, int number, int generation)
    {
        switch (method)
        {
            case Method.None:
                return data.ToArray();
            case Method.Aes256:
                return DecryptAes(_key, data);
            case Method.Aes128:
                return DecryptAes(ObjectKey(number, generation, aes: true), data);
            default:
                var copy = data.ToArray();
                Rc4(ObjectKey(number, generation, aes: false), copy);
                return copy;
        }
    }

    // Algorithm 1 of 7.6.2.
    private byte[] ObjectKey(int number, int generation, bool aes)
    {
        var n = _key.Length;
        Span<byte> input = stackalloc byte[64];
        _key.CopyTo(input);
        input[n] = (byte)number;
        input[n + 1] = (byte)(number >> 8);
        input[n + 2] = (byte)(number >> 16);
        input[n + 3] = (byte)generation;
        input[n + 4] = (byte)(generation >> 8);
        if (aes)
        {
            "sAlT"u8.CopyTo(input[(n + 5)..]);
        }

        return Md5(input[..(n + (aes ? 9 : 5))])[..Math.Min(16, n + 5)];
    }

    private static byte[] DecryptAes(byte[] key, ReadOnlySpan<byte> data)
    {
        if (data.Length < 32)
        {
            return [];
        }

        using var aes = Aes.Create();
        aes.Key = key;
        var whole = (data.Length - 16) & ~15;
        var plain = aes.DecryptCbc(data.Slice(16, whole), data[..16], PaddingMode.None);
        // The padding is undone by hand: data cut short has none.
        var pad = plain[^1];
        return pad is >= 1 and <= 16 && pad <= plain.Length ? plain[..^pad] : plain;
    }

    // Algorithms 2, 4-7 of 7.6.3.
    private static byte[]? KeyOld(string password, byte[] owner, byte[] user, byte[] id, int permissions, int revision, int length, bool metadata)
    {
        if (owner.Length < 32 || user.Length < 16)
        {
            return null;
        }

        var padded = Pad(Encoding.Latin1.GetBytes(password));
        var key = FileKey(padded, owner, id, permissions, revision, length, metadata);
        if (IsUserKey(key, user, id, revision))
        {
            return key;
        }

        // As the owner's password: it encrypts the user's.
        var hash = Md5(padded);
        for (var i = 0; revision >= 3 && i < 50; i++)
        {
            hash = Md5(hash.AsSpan(0, length));
        }

        var inner = owner[..32];
        for (var i = revision >= 3 ? 19 : 0; i >= 0; i--)
        {
            Rc4(hash[..length].Select(b => (byte)(b ^ i)).ToArray(), inner);
        }

        key = FileKey(inner, owner, id, permissions, revision, length, metadata);
        return IsUserKey(key, user, id, revision) ? key : null;
    }

    private static byte[] Pad(byte[] password)
    {
        var padded = new byte[32];
        var n = Math.Min(32, password.Length);
        password.AsSpan(0, n).CopyTo(padded);
        Padding[..(32 - n)].CopyTo(padded.AsSpan(n));
        return padded;
    }

    private static byte[] FileKey(byte[] padded, byte[] owner, byte[] id, int permissions, int revision, int length, bool metadata)
    {
        Span<byte> flags = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(flags, permissions);
        byte[] input = [.. padded, .. owner.AsSpan(0, 32), .. flags, .. id, .. revision >= 4 && !metadata ? new byte[] { 255, 255, 255, 255 } : []];
        var hash = Md5(input);
        for (var i = 0; revision >= 3 && i < 50; i++)
        {
            hash = Md5(hash.AsSpan(0, length));
        }

        return hash[..length];
    }

    private static bool IsUserKey(byte[] key, byte[] user, byte[] id, int revision)
    {
        if (revision == 2)
        {
            var check = Padding.ToArray();
            Rc4(key, check);
            return check.AsSpan().SequenceEqual(user.AsSpan(0, Math.Min(32, user.Length)));
        }

        var hash = Md5([.. Padding, .. id]);
        for (var i = 0; i < 20; i++)
        {
            Rc4(key.Select(b => (byte)(b ^ i)).ToArray(), hash);
        }

        return hash.AsSpan().SequenceEqual(user.AsSpan(0, 16));
    }

    // Algorithm 2.A of ISO 32000-2, 7.6.4.3.3.
    private static byte[]? Key256(FileObjects file, PdfDictionary encrypt, string password, byte[] owner, byte[] user, int revision)
    {
        var ownerKey = file.Get(encrypt, "OE").AsString() ?? [];
        var userKey = file.Get(encrypt, "UE").AsString() ?? [];
        if (owner.Length < 48 || user.Length < 48 || ownerKey.Length < 32 || userKey.Length < 32)
        {
            return null;
        }

        var bytes = Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC));
        bytes = bytes[..Math.Min(127, bytes.Length)];
        var userBytes = user[..48];
        if (Hash256(bytes, owner.AsSpan(32, 8), userBytes, revision).AsSpan().SequenceEqual(owner.AsSpan(0, 32)))
        {
            return UnwrapKey(Hash256(bytes, owner.AsSpan(40, 8), userBytes, revision), ownerKey);
        }

        return Hash256(bytes, user.AsSpan(32, 8), [], revision).AsSpan().SequenceEqual(user.AsSpan(0, 32))
            ? UnwrapKey(Hash256(bytes, user.AsSpan(40, 8), [], revision), userKey)
            : null;
    }

    private static byte[] UnwrapKey(byte[] hash, byte[] wrapped)
    {
        using var aes = Aes.Create();
        aes.Key = hash;
        return aes.DecryptCbc(wrapped.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    // Algorithm 2.B of ISO 32000-2.
    private static byte[] Hash256(byte[] password, ReadOnlySpan<byte> salt, byte[] user, int revision)
    {
        var key = SHA256.HashData([.. password, .. salt, .. user]);
        if (revision < 6)
        {
            return key;
        }

        using var aes = Aes.Create();
        for (var round = 0; ; round++)
        {
            byte[] once = [.. password, .. key, .. user];
            var repeated = new byte[once.Length * 64];
            for (var i = 0; i < 64; i++)
            {
                once.CopyTo(repeated, i * once.Length);
            }

            aes.Key = key[..16];
            var encrypted = aes.EncryptCbc(repeated, key.AsSpan(16, 16), PaddingMode.None);
            var remainder = encrypted.Take(16).Sum(b => b) % 3;
            key = remainder switch { 0 => SHA256.HashData(encrypted), 1 => SHA384.HashData(encrypted), _ => SHA512.HashData(encrypted) };
            if (round >= 63 && encrypted[^1] <= round - 31)
            {
                return key[..32];
            }
        }
    }

#pragma warning disable CA5351 // The format prescribes MD5.
    private static byte[] Md5(ReadOnlySpan<byte> data) => MD5.HashData(data);
#pragma warning restore CA5351

    private static void Rc4(byte[] key, byte[] data)
    {
        Span<byte> state = stackalloc byte[256];
        for (var i = 0; i < 256; i++)
        {
            state[i] = (byte)i;
        }

        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        for (int n = 0, i = 0, j = 0; n < data.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + state[i]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
            data[n] ^= state[(state[i] + state[j]) & 255];
        }
    }
}
