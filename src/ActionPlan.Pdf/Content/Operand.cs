using System.Runtime.InteropServices;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Content;

/// <summary>An operand of a content stream: a number, or where a name lies in the content or a string in the scratch.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Operand(TokenKind Kind, double Number, int Start, int Length)
{
    public bool IsNumber => Kind is TokenKind.Integer or TokenKind.Real;
}
