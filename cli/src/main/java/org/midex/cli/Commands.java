package org.midex.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/**
 * The commands by name, in the order of the help. Describing one to the command line takes
 * milliseconds, so that a run that begins with a command's name gets that one alone.
 */
final class Commands {
  /** Needs the descriptions of the others. */
  private static final String COMPLETION = "completion";

  private static final Map<String, Class<? extends Job>> ALL = all();

  private Commands() {}

  private static Map<String, Class<? extends Job>> all() {
    Map<String, Class<? extends Job>> all = new LinkedHashMap<>();
    all.put("template", TemplateCommand.class);
    all.put("import", ImportCommand.class);
    all.put("validate", ValidateCommand.class);
    all.put("export", ExportCommand.class);
    all.put("report", ReportCommand.class);
    all.put("show", ShowCommand.class);
    all.put("convert", ConvertCommand.class);
    all.put("digest", DigestCommand.class);
    all.put("diff", DiffCommand.class);
    all.put("sign", SignCommand.class);
    all.put("verify", VerifyCommand.class);
    all.put("seal", SealCommand.class);
    all.put("open", OpenCommand.class);
    all.put("receipt", ReceiptCommand.class);
    all.put("keygen", KeygenCommand.class);
    all.put("conformance", ConformanceCommand.class);
    all.put("iut", IutCommand.class);
    all.put("catalogue", CatalogueCommand.class);
    all.put("codes", CodesCommand.class);
    all.put("explain", ExplainCommand.class);
    all.put(COMPLETION, CompletionCommand.class);
    return all;
  }

  /** Gives the program the commands that these arguments may need. */
  static void add(CommandLine program, String... args) {
    Class<? extends Job> asked = args.length == 0 ? null : ALL.get(args[0]);
    if (asked == null || args[0].equals(COMPLETION)) {
      ALL.forEach(program::addSubcommand);
    } else {
      program.addSubcommand(args[0], asked);
    }
  }
}
