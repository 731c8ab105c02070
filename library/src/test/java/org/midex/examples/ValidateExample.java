package org.midex.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.midex.Midex;
import org.midex.Source;
import org.midex.model.Result;
import org.midex.model.Verdict;

final class ValidateExample {
  private ValidateExample() {}

  static Verdict run(Path file) throws IOException {
    // example
    Midex midex = Midex.standard();
    Result result = midex.validate(Source.of(file));
    for (Result.Group group : result.groups()) {
      String rule = group.problem().rule();
      System.out.println(
          group.count() + " x " + rule + ": " + midex.catalogue().rule(rule).explanation());
    }
    return result.verdict();
    // end
  }
}
