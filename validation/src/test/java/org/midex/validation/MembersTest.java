package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.midex.model.Finding;
import org.midex.schema.Membership;

class MembersTest {
  private static final List<String> EU15 =
      Dataset.CATALOGUE.memberships(Dataset.CATALOGUE.codeList("CL_AREA")).stream()
          .filter(m -> m.group().equals("EU15"))
          .map(Membership::member)
          .toList();

  private static Dataset citizensOf(List<String> areas) {
    Dataset dataset =
        dataset("ASYLUM_APP").row("CITIZENSHIP", "EU15", "REF_AREA", "USA", "OBS_VALUE", "30");
    areas.forEach(a -> dataset.row("CITIZENSHIP", a, "REF_AREA", "USA", "OBS_VALUE", "2"));
    return dataset;
  }

  @Test
  void areSilentWhenTheyAddUp() {
    assertThat(EU15).hasSize(15);
    assertThat(citizensOf(EU15).check().findings()).isEmpty();
  }

  @Test
  void fireWhenTheyDoNot() {
    Dataset dataset = citizensOf(EU15);
    dataset.rows().get(0).put("OBS_VALUE", "31");
    Finding finding = dataset.check().only();
    assertThat(finding.problem().rule()).isEqualTo("MDX-V17");
    assertThat(finding.problem().field()).isEqualTo("CITIZENSHIP");
    assertThat(finding.problem().parameters()).containsEntry("aggregate", "EU15");
    assertThat(finding.details())
        .containsEntry("found", "31")
        .containsEntry("expected", "30")
        .containsEntry("count", "15")
        .containsEntry("difference", "1")
        .containsEntry("tolerance", "0");
  }

  @Test
  void areNotJudgedWhenOneIsAbsent() {
    assertThat(citizensOf(EU15.subList(1, 15)).check().findings()).isEmpty();
  }

  @Test
  void mayDifferByTheDeclaredRounding() {
    Dataset dataset = citizensOf(EU15).rounding("CONTROLLED", "2");
    dataset.rows().get(0).put("OBS_VALUE", "32");
    assertThat(dataset.check().rules()).containsExactly("MDX-V17");
    assertThat(dataset.rounding("NEAREST", "2").check().findings()).isEmpty();
  }

  @Test
  void areThoseOfThePeriod() {
    Dataset dataset =
        dataset("ASYLUM_APP")
            .row("CITIZENSHIP", "EU", "REF_AREA", "USA", "TIME_PERIOD", "1972", "OBS_VALUE", "7");
    for (String area : List.of("BEL", "DEU", "FRA", "ITA", "LUX", "NLD")) {
      dataset.row("CITIZENSHIP", area, "REF_AREA", "USA", "TIME_PERIOD", "1972", "OBS_VALUE", "1");
    }
    assertThat(dataset.check().rules()).containsExactly("MDX-V17");
    dataset.rows().get(0).put("OBS_VALUE", "6");
    assertThat(dataset.check().findings()).isEmpty();
    dataset.rows().get(0).put("OBS_VALUE", "7");
    dataset.rows().forEach(row -> row.put("TIME_PERIOD", "1974"));
    assertThat(dataset.check().findings()).as("three more members since 1973").isEmpty();
  }

  @Test
  void areNotJudgedInAPeriodInWhichTheyChange() {
    Dataset dataset =
        dataset("ASYLUM_APP")
            .row("CITIZENSHIP", "EU", "REF_AREA", "USA", "TIME_PERIOD", "1986", "OBS_VALUE", "7");
    List<String> twelve =
        List.of("BEL", "DEU", "FRA", "ITA", "LUX", "NLD", "DNK", "IRL", "GBR", "GRC", "ESP", "PRT");
    for (String area : twelve) {
      dataset.row("CITIZENSHIP", area, "REF_AREA", "USA", "TIME_PERIOD", "1986", "OBS_VALUE", "1");
    }
    assertThat(dataset.check().rules()).as("members since 1 January").containsExactly("MDX-V17");
    dataset.rows().forEach(row -> row.put("TIME_PERIOD", "2004"));
    assertThat(dataset.check().findings()).isEmpty();
  }

  private static Dataset occupations() {
    Dataset dataset = dataset("MIG_STOCK").row("OCCUPATION", "_T", "OBS_VALUE", "12");
    for (int major = 0; major <= 9; major++) {
      dataset.row("OCCUPATION", "OC" + major, "OBS_VALUE", "1");
    }
    return dataset;
  }

  @Test
  void areTheCodesWhoseParentItIs() {
    assertThat(occupations().check().rules()).containsExactly("MDX-V17");
  }

  @Test
  void countOptionalOnes() {
    Dataset dataset = occupations().row("OCCUPATION", "_U", "OBS_VALUE", "2");
    assertThat(dataset.check().findings()).isEmpty();
  }

  @Test
  void areReplacedByTheirOwnMembersWhenTheyAreAbsent() {
    Dataset dataset = occupations();
    dataset.rows().remove(1);
    assertThat(dataset.check().findings()).as("group 0 is absent").isEmpty();
    for (String part : List.of("OC01", "OC02", "OC03")) {
      dataset.row("OCCUPATION", part, "OBS_VALUE", "1");
    }
    assertThat(dataset.check().findings()).isEmpty();
    dataset.rows().get(0).put("OBS_VALUE", "11");
    assertThat(dataset.check().only().details())
        .containsEntry("expected", "12")
        .containsEntry("count", "12");
  }

  @Test
  void doNotCountAreasThatOverlapOthers() {
    // the Channel Islands stand beside Guernsey and Jersey in the list
    List<String> north =
        Dataset.CATALOGUE.codeList("CL_AREA").children("M49_154").stream()
            .filter(c -> c.flags().isEmpty())
            .map(c -> c.id())
            .toList();
    Dataset dataset =
        dataset("MIG_STOCK")
            .row("ORIGIN", "M49_154", "REF_AREA", "USA", "OBS_VALUE", "" + north.size());
    north.forEach(a -> dataset.row("ORIGIN", a, "REF_AREA", "USA", "OBS_VALUE", "1"));
    dataset.row("ORIGIN", "XCX", "REF_AREA", "USA", "OBS_VALUE", "2");
    assertThat(north).contains("GGY", "JEY").doesNotContain("XCX");
    assertThat(dataset.check().findings()).isEmpty();
    dataset.rows().get(0).put("OBS_VALUE", "1");
    assertThat(dataset.check().rules()).containsExactly("MDX-V17");
  }
}
