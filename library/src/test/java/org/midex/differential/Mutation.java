package org.midex.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ways to change a canonical message, named for what they do. Some keep it valid, some break it,
 * some do either.
 */
enum Mutation {
  COMMENT_BETWEEN_ROWS(m -> m.beforeSomeLine("<Obs ", "<!-- checked by hand -->")),
  PROCESSING_INSTRUCTION(m -> m.beforeSomeLine("<Obs ", "<?editor keep?>")),
  WHITE_SPACE_BETWEEN_ROWS(m -> m.beforeSomeLine("<Obs ", " \t\r\n ")),
  WHITE_SPACE_BEFORE_SLASH(m -> m.replaceSome("/>", " \n/>")),
  WHITE_SPACE_IN_TAG(m -> m.replaceSome("=\"", " = \"")),
  WHITE_SPACE_IN_HEADER(m -> m.beforeSomeLine("<Prepared>", "  ")),
  SINGLE_QUOTES(m -> m.replaceSome("([A-Z_]+)=\"([A-Z_]+)\"", "$1='$2'")),
  REORDER_ATTRIBUTES(Mutant::shuffleAttributes),
  REORDER_ROWS(Mutant::swapRows),
  DOUBLE_ROW(m -> m.replaceSome("(<Obs [^>]*/>\n)", "$1$1")),
  DROP_ROW(m -> m.replaceSome("<Obs [^>]*/>\n", "")),
  LONG_EMPTY_TAG(m -> m.replaceSome("(<Obs [^>]*)/>", "$1></Obs>")),
  COMMENT_IN_ROW(m -> m.replaceSome("(<Obs [^>]*)/>", "$1><!-- fine --></Obs>")),
  CHARACTER_REFERENCE(m -> m.replaceSome("=\"_T\"", "=\"&#95;&#x54;\"")),
  PREDEFINED_ENTITY(
      m -> m.replaceSome("COMMENT=\"[^\"]*\"", "COMMENT=\"a &amp; b &lt; c &gt; d\"")),
  PREFIX(Mutant::prefixAll),
  SECOND_PREFIX(m -> m.replaceSome("<Message ", "<Message xmlns:x=\"urn:other\" ")),
  NO_DECLARATION(m -> m.replaceSome("<\\?xml[^>]*\\?>\n", "")),
  BYTE_ORDER_MARK(m -> "\uFEFF" + m.text()),
  CDATA_IN_HEADER(m -> m.replaceSome("<Prepared>([^<]*)<", "<Prepared><![CDATA[$1]]><")),
  COMMENT_IN_LEAF(m -> m.replaceSome("<Prepared>(....)", "<Prepared>$1<!-- split -->")),
  SWAP_CODE(m -> m.replaceSome("(SEX)=\"[^\"]*\"", "$1=\"" + m.pick("F", "M", "_T", "_U") + "\"")),
  SWAP_AREA(
      m ->
          m.replaceSome(
              "(REF_AREA)=\"[^\"]*\"", "$1=\"" + m.pick("FRA", "_T", "XKX", "QQQ", "AUT") + "\"")),
  OTHER_COUNT(
      m ->
          m.replaceSome(
              "OBS_VALUE=\"[^\"]*\"",
              "OBS_VALUE=\"" + m.pick("0", "7", "-7", "123456789012345678") + "\"")),
  OTHER_YEAR(
      m ->
          m.replaceSome(
              "TIME_PERIOD=\"[^\"]*\"",
              "TIME_PERIOD=\"" + m.pick("2020", "1951", "0000", "9999") + "\"")),
  DROP_OPTIONAL(m -> m.replaceSome(" (OBS_STATUS|CONF_STATUS|COMMENT|OBS_VALUE)=\"[^\"]*\"", "")),
  DROP_OPTIONAL_ELEMENT(m -> m.replaceSome("<(Purpose|Vintage|Test|LegalBasis)>[^<]*</\\1>\n", "")),
  TRAILING_COMMENT(m -> m.text() + "<!-- end -->\n"),

  DROP_REQUIRED(
      m -> m.replaceSome(" (REF_AREA|SEX|AGE|TIME_PERIOD|action|id|version)=\"[^\"]*\"", "")),
  DOUBLE_ATTRIBUTE(m -> m.replaceSome("( SEX=\"[^\"]*\")", "$1$1")),
  RENAME_ATTRIBUTE(
      m ->
          m.replaceSome(
              " (SEX|AGE|OBS_VALUE|TIME_PERIOD)=",
              " " + m.pick("Sex", "AGES", "VALUE", "x:SEX", "xml:lang") + "=")),
  EXTRA_ATTRIBUTE(
      m ->
          m.replaceSome(
              "<(Obs|Message|Header|Sender|Edition)( |>)",
              "<$1 " + m.pick("NOTE=\"x\"", "xml:space=\"preserve\"", "sex=\"F\"") + "$2")),
  UNKNOWN_CLOSED_CODE(
      m ->
          m.replaceSome(
              "(SEX|AGE|action|OBS_STATUS)=\"[^\"]*\"",
              "$1=\"" + m.pick("W", "", " F", "f", "F ", "T") + "\"")),
  AREA_OUTSIDE_PATTERN(
      m ->
          m.replaceSome(
              "(REF_AREA|ORIGIN|CITIZENSHIP)=\"[^\"]*\"",
              "$1=\"" + m.pick("fra", "", " FRA", "-", "FR-A") + "\"")),
  BREAK_COUNT(
      m ->
          m.replaceSome(
              "OBS_VALUE=\"[^\"]*\"",
              "OBS_VALUE=\""
                  + m.pick(
                      "+5",
                      "05",
                      "5.0",
                      "1e3",
                      "",
                      " 5",
                      "-0",
                      "1,000",
                      "--",
                      "1234567890123456789",
                      "NaN")
                  + "\"")),
  BREAK_PERIOD(
      m ->
          m.replaceSome(
              "TIME_PERIOD=\"[^\"]*\"",
              "TIME_PERIOD=\""
                  + m.pick(
                      "24",
                      "2024-13",
                      "2024Q1",
                      "2024-Q5",
                      "2024-1",
                      "2024-W54",
                      "2024-02-3",
                      "",
                      "2024 ",
                      "20245")
                  + "\"")),
  BREAK_HEADER_VALUE(
      m ->
          m.replaceSome(
              "<(Edition|Prepared|Test|Authority|Method|Classification|Digest|InReplyTo)>[^<]*<",
              "<$1>" + m.pick("", "x y", "2024-2-3", "TRUE", "2024-03-31T12:00:00+01:00") + "<")),
  IMPOSSIBLE_DAY(m -> m.replaceSome("<Edition>[^<]*<", "<Edition>2023-02-30<")),
  BREAK_URN(
      m ->
          m.replaceSome(
              " id=\"[^\"]*\"",
              " id=\"" + m.pick("", "x", "urn:", "urn:uuid:", "http://x", "urn:uuid: a") + "\"")),
  DROP_HEADER_PART(m -> m.replaceSome("<(Edition|Prepared|Authority|Method)>[^<]*</\\1>\n", "")),
  DROP_SENDER(m -> m.replaceSome("<Sender>(?s:.*?)</Sender>\n", "")),
  DROP_HEADER(m -> m.replaceSome("<Header>(?s:.*)</Header>\n", "")),
  DOUBLE_HEADER_PART(m -> m.replaceSome("(<(Edition|Prepared|Method)>[^<]*</\\2>\n)", "$1$1")),
  REORDER_HEADER(
      m -> m.replaceSome("(<Edition>[^<]*</Edition>\n)(<Prepared>[^<]*</Prepared>\n)", "$2$1")),
  PAYLOAD_BEFORE_HEADER(
      m ->
          m.replaceSome(
              "(<Header>(?s:.*)</Header>\n)(<([A-Z_]+) action(?s:.*)(</\\3>|/>)\n)(?=</Message>)",
              "$2$1")),
  SECOND_PAYLOAD(m -> m.replaceSome("</Message>", "<REFUGEE_POP action=\"Append\"/></Message>")),
  NO_PAYLOAD(m -> m.replaceSome("</Header>\n(?s:.*)</Message>", "</Header>\n</Message>")),
  UNKNOWN_ELEMENT(m -> m.beforeSomeLine("<(Obs |Prepared|/Header)", "<Note>x</Note>")),
  NESTED_ROW(m -> m.replaceSome("(<Obs [^>]*)/>", "$1><Obs/></Obs>")),
  RECORD_IN_ROW(
      m ->
          m.replaceSome(
              "(<Obs [^>]*)/>",
              "$1>" + m.pick("x", " ", "\n", "<![CDATA[ ]]>", "<![CDATA[]]>", "&#32;") + "</Obs>")),
  ELEMENT_IN_LEAF(m -> m.replaceSome("<Prepared>", "<Prepared><b/>")),
  TEXT_BETWEEN_ROWS(
      m ->
          m.beforeSomeLine(
              "<Obs ",
              m.pick("oops", "<![CDATA[oops]]>", "<![CDATA[ ]]>", "<![CDATA[]]>", "&#160;"))),
  TEXT_IN_HEADER(m -> m.beforeSomeLine("<(Prepared|Sender|/Header)", "oops")),
  TEXT_IN_MESSAGE(m -> m.beforeSomeLine("<(Header|/Message)", "oops")),
  UNKNOWN_THEME(
      m -> m.text().replaceAll("(</?)(REFUGEE_POP|ASYLUM_APP|MIG_STOCK)", "$1NO_SUCH_THEME")),
  OTHER_NAMESPACE(
      m ->
          m.replaceSome(
              "xmlns=\"urn:midex:1\"",
              "xmlns=\"" + m.pick("urn:midex", "urn:other", "", "urn:midex:9") + "\"")),
  NO_NAMESPACE_IN_ROW(m -> m.replaceSome("<Obs ", "<Obs xmlns=\"\" ")),
  OTHER_ROOT(m -> m.text().replace("Message", "Massage")),
  OTHER_MAJOR(m -> m.replaceSome("version=\"1.0\" id", "version=\"2.0\" id")),
  NEWER_MINOR(
      m ->
          m.replaceSome("version=\"1.0\" id", "version=\"1.7\" id")
              .replaceFirst("<Obs ", "<Obs NEW=\"1\" ")),
  BROKEN_VERSION(
      m ->
          m.replaceSome(
              "version=\"1.0\" id",
              "version=\"" + m.pick("1", "1.0.0", "01.0", "", "1.00") + "\" id")),
  SCHEMA_INSTANCE(
      m ->
          m.replaceSome(
              "<(Message|Obs|Header|Edition|REFUGEE_POP|ASYLUM_APP|MIG_STOCK)( |>)",
              "<$1 xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                  + m.pick(
                      "xsi:schemaLocation=\"urn:midex:1 midex.xsd\"",
                      "xsi:nil=\"false\"",
                      "xsi:type=\"Header\"")
                  + "$2")),
  DOCTYPE(
      m ->
          m.replaceSome(
              "<Message ",
              m.pick("<!DOCTYPE Message>", "<!DOCTYPE Message [<!ENTITY e \"x\">]>")
                  + "<Message ")),
  UNDECLARED_ENTITY(m -> m.replaceSome("=\"_T\"", "=\"&total;\"")),
  STATED_ENCODING(
      m ->
          m.replaceSome(
              "encoding=\"UTF-8\"",
              "encoding=\"" + m.pick("ISO-8859-1", "utf-8", "US-ASCII", "UTF-16") + "\"")),
  XML_VERSION(m -> m.replaceSome("<\\?xml version=\"1.0\"", "<?xml version=\"1.1\"")),
  LONG_ATTRIBUTE(
      m ->
          m.replaceSome("<Obs ", "<Obs COMMENT=\"" + "x".repeat(40_000) + "\" ")
              .replaceFirst("(COMMENT=\"x{40000}\"[^>]*) COMMENT=\"[^\"]*\"", "$1")),
  TRUNCATE(m -> m.text().substring(0, m.random(m.text().length()))),
  DROP_END_TAG(m -> m.replaceSome("</(Message|Header|Sender|Edition)>\n", "")),
  RAW_AMPERSAND(m -> m.replaceSome("=\"_T\"", "=\"_T&\"")),
  CONTROL_CHARACTER(m -> m.replaceSome("=\"_T\"", "=\"_T\u0001\"")),
  DELETE_CHARACTER(Mutant::deleteCharacter),
  INSERT_CHARACTER(Mutant::insertCharacter),
  REPEAT_CHARACTER(Mutant::repeatCharacter);

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Operator operator;

  Mutation(Operator operator) {
    this.operator = operator;
  }

  /** The changed message; the message itself when it offers no place for this change. */
  String apply(String message, Random random) {
    return operator.apply(new Mutant(message, random));
  }

  private interface Operator {
    String apply(Mutant mutant);
  }

  /** A message about to be changed, and the randomness to do it. */
  private record Mutant(String text, Random source) {
    int random(int bound) {
      return source.nextInt(Math.max(bound, 1));
    }

    String pick(String... options) {
      return options[random(options.length)];
    }

    /** Replaces one match, chosen at random. */
    String replaceSome(String regex, String replacement) {
      List<MatchResult> matches = Pattern.compile(regex).matcher(text).results().toList();
      if (matches.isEmpty()) {
        return text;
      }
      MatchResult match = matches.get(random(matches.size()));
      Matcher again = Pattern.compile(regex).matcher(text);
      StringBuilder out = new StringBuilder();
      while (again.find()) {
        if (again.start() == match.start()) {
          again.appendReplacement(out, replacement);
          return again.appendTail(out).toString();
        }
        again.appendReplacement(out, Matcher.quoteReplacement(again.group()));
      }
      return text;
    }

    String beforeSomeLine(String regex, String insertion) {
      return replaceSome("(?m)^(" + regex + ")", Matcher.quoteReplacement(insertion) + "$1");
    }

    String shuffleAttributes() {
      Matcher row = Pattern.compile("<Obs ([^>]*)/>").matcher(text);
      return row.replaceAll(
          match -> {
            List<String> attributes =
                new ArrayList<>(Arrays.asList(match.group(1).split("(?<=\") ")));
            Collections.shuffle(attributes, source);
            return Matcher.quoteReplacement("<Obs " + String.join(" ", attributes) + "/>");
          });
    }

    String swapRows() {
      return replaceSome("(<Obs [^>]*/>\n)(<Obs [^>]*/>\n)", "$2$1");
    }

    String prefixAll() {
      return text.replace("xmlns=\"", "xmlns:m=\"").replaceAll("<(/?)([A-Za-z])", "<$1m:$2");
    }

    String deleteCharacter() {
      int at = random(text.length());
      return text.substring(0, at) + text.substring(Math.min(at + 1, text.length()));
    }

    String insertCharacter() {
      int at = random(text.length());
      return text.substring(0, at)
          + pick("<", ">", "\"", "&", "'", " ", "x", "=", "/", "]]>", "é", "\t", "0")
          + text.substring(at);
    }

    String repeatCharacter() {
      int at = random(text.length());
      return text.substring(0, at) + text.charAt(at) + text.substring(at);
    }
  }
}
