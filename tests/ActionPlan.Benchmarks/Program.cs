using ActionPlan.Benchmarks;

return args switch
{
    ["glyphs", var file, .. var rest] => GlyphsCommand.Run(file, rest.Length > 0 ? rest[0] : null),
    ["pdf", .. var files] => PdfReadingCommand.Run(files),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: glyphs FILE [PASSWORD]; pdf FILE...");
    return 2;
}
