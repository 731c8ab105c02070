package org.midex.validation;

/**
 * What a vendor's rule says in one language. Texts name values in braces: {@code {field}}, {@code
 * {value}} and the details of the rule's findings.
 *
 * @param message what is wrong, said of all findings of a group at once
 * @param detail what is wrong in one place
 * @param explanation why the rule is there
 * @param fix how to repair the data
 */
public record RuleTexts(String message, String detail, String explanation, String fix) {
  public RuleTexts {
    require(message, "message");
    require(detail, "detail");
    require(explanation, "explanation");
    require(fix, "fix");
  }

  private static void require(String text, String name) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " is empty");
    }
  }
}
