package org.midex.schema;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue of one theme and two code lists in memory, sound until a test breaks one of its
 * files.
 */
final class SmallCatalogue implements CatalogueSource {
  private final TreeMap<String, String> files = new TreeMap<>();

  SmallCatalogue() {
    files.put(
        "catalogue.yaml",
        "standard: \"1.0\"\nedition: 2026-11-01\ndraft: true\neditions: [2026-11-01]\n");
    files.put("texts.csv", "key,text\nui.yes,Yes\n");
    files.put(
        "concepts.csv",
        """
        id,name,definition,source,since
        REF_AREA,Area,Where,test,1.0
        SEX,Sex,Which,test,1.0
        TIME_PERIOD,Period,When,test,1.0
        OBS_VALUE,Value,How many,test,1.0
        COMMENT,Comment,Remarks,test,1.0
        """);
    files.put(
        "codelists.csv",
        """
        id,open,pattern,name,definition,source,status
        CL_AREA,true,"[A-Z_]{2,5}",Area,Areas,test,
        CL_SEX,false,,Sex,Sexes,test,
        """);
    files.put(
        "codelists/CL_AREA.csv",
        """
        code,name,parent,valid_from,valid_to,aggregate,successor,flags,source,status,alias.iso2
        _T,World,,,,true,,,test,,
        AUT,Austria,_T,,,,,,test,,AT
        DEU,Germany,_T,,,,,,test,,DE
        """);
    files.put(
        "codelists/CL_SEX.csv",
        """
        code,name,parent,valid_from,valid_to,aggregate,successor,flags,source,status
        _T,Total,,,,,,,test,
        F,Female,_T,,,,,,test,
        M,Male,_T,,,,,,test,
        """);
    files.put(
        "rules.yaml",
        """
        - id: MDX-V12
          severity: error
          applies: dataset
          message: The total differs
          explanation: It must not
          fix: Correct it
          source: test
        """);
    files.put(
        "types/Header.yaml",
        """
        id: Header
        name: Header
        definition: Who sends
        source: test
        fields:
          Area: {list: CL_AREA, min: 1, definition: Sender}
        """);
    files.put(
        "themes/STOCK.yaml",
        """
        id: STOCK
        name: Stock
        definition: People
        source: test
        stock: true
        unit: person
        frequencies: [A]
        reporter: REF_AREA
        key:
          REF_AREA: CL_AREA
          SEX: CL_SEX
        measure:
          type: count
        attributes:
          COMMENT: {type: text}
        checks:
          - rule: MDX-V12
            sum: {dimension: SEX, total: _T, parts: [F, M]}
        """);
  }

  /** Replaces the one place where {@code from} stands in a file. */
  SmallCatalogue with(String file, String from, String to) {
    String text = files.getOrDefault(file, "");
    if (text.split(java.util.regex.Pattern.quote(from), -1).length != 2) {
      throw new IllegalArgumentException("not exactly once in " + file + ": " + from);
    }
    files.put(file, text.replace(from, to));
    return this;
  }

  @Override
  public @Nullable InputStream open(String path) {
    String text = files.get(path);
    return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<String> list(String folder) {
    return files.keySet().stream()
        .filter(f -> folder.isEmpty() ? !f.contains("/") : f.startsWith(folder + "/"))
        .map(f -> f.substring(f.indexOf('/') + 1))
        .toList();
  }
}
