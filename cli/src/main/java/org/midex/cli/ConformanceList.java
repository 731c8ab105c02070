package org.midex.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists vectors. */
@Command(name = "list", description = "List the vectors of the suite: path, clauses, title.")
final class ConformanceList extends Job {
  @Mixin private SuiteOptions options;

  @Override
  public Integer call() throws IOException {
    new Page(out())
        .table(
            "",
            options.chosen(options.contents(this), this).stream()
                .map(one -> List.of(one.path(), String.join(" ", one.clauses()), one.title()))
                .toList());
    return Exit.OK;
  }
}
