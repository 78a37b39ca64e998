using System.Globalization;
using ActionPlan.Benchmarks;

// One process a job, so that time and peak memory can be measured from outside; docs/benchmarks.md says how.
return args switch
{
    ["make-docx", var rows, var path] => LargeDocument.Make(int.Parse(rows, CultureInfo.InvariantCulture), path),
    ["make-fields", var kind, var path] => LargeDocument.MakeFields(kind == "controls", path),
    ["floor-docx", var path] => ReadingFloor.Run(path),
    ["read-docx", var path] => ReadingJob.Run(path),
    ["floor-write", var rows, var path] => WritingFloor.Run(int.Parse(rows, CultureInfo.InvariantCulture), path),
    ["floor-copy", var input, var output] => WritingFloor.Copy(input, output),
    ["template-docx", var input, var output] => WritingJobs.Template(input, output),
    ["fill-docx", var template, var plan, var output] => WritingJobs.Fill(template, plan, output),
    ["answers", var input, var output] => WritingJobs.Answers(input, output),
    ["stages", var path] => Stages.Run(path, rounds: 3),
    ["stages", var path, var rounds] => Stages.Run(path, int.Parse(rounds, CultureInfo.InvariantCulture)),
    ["glyphs", var file, .. var rest] => GlyphsCommand.Run(file, rest.Length > 0 ? rest[0] : null),
    ["pdf", .. var files] => PdfReadingCommand.Run(files),
    ["empty"] => 0,
    _ => Suite.Run(args),
};
