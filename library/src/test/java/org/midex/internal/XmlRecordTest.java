package org.midex.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.midex.model.Location;

class XmlRecordTest {
  private static final String MESSAGE =
      "<?xml version=\"1.0\"?>\r\n<Message><!-- <Obs N=\"0\"/> -->\n<Header>\n<Purpose>é</Purpose>"
          + "<Sender><Area>AUT</Area></Sender></Header>\n<T action=\"Replace\">\n"
          + "<Obs N=\"1\" C=\"a>b\"/>\n<?pi <Obs?>𝄞é<Obs N='2'></Obs><!-- -- > <Obs/>--><Obs N=\"3\"><X><Y/></X></Obs>\n"
          + "</T>\n</Message>\n";

  private static XmlRecord find(String message, long record) throws IOException {
    return XmlRecord.find(new ByteArrayInputStream(message.getBytes(UTF_8)), record);
  }

  @Test
  void findsRowsWhateverStandsBetweenThem() throws IOException {
    assertThat(find(MESSAGE, 1).text()).isEqualTo("<Obs N=\"1\" C=\"a>b\"/>");
    assertThat(find(MESSAGE, 2).text()).isEqualTo("<Obs N='2'></Obs>");
    assertThat(find(MESSAGE, 3).text()).isEqualTo("<Obs N=\"3\"><X><Y/></X></Obs>");
  }

  @Test
  void saysWhereTheRowStarts() throws IOException {
    Location second = find(MESSAGE, 2).location();
    long before = MESSAGE.substring(0, MESSAGE.indexOf("<Obs N='2'")).getBytes(UTF_8).length;
    assertThat(second).isEqualTo(new Location(2, before, 7, 15, null));
  }

  @Test
  void theRowAloneIsAMessageWithTheSameHead() throws IOException {
    String alone = find(MESSAGE, 2).alone();
    assertThat(alone)
        .startsWith(MESSAGE.substring(0, MESSAGE.indexOf("<T action")))
        .endsWith("<T action=\"Replace\">\n<Obs N='2'></Obs>\n</T>\n</Message>\n");
  }

  @Test
  void countsTheRowsWhenThereIsNoneOfThatNumber() throws IOException {
    assertThat(find(MESSAGE, 4).location()).isNull();
    assertThat(find(MESSAGE, 4).number()).isEqualTo(3);
  }

  @Test
  void aCutOrEmptyFileEndsTheSearch() throws IOException {
    for (int length = 0; length < MESSAGE.length(); length++) {
      assertThat(find(MESSAGE.substring(0, length), 9).location()).isNull();
    }
  }

  @Test
  void rowsBeyondTheBufferAreFound() throws IOException {
    String rows = "<Obs N=\"é\"/>\n".repeat(200_000);
    XmlRecord last = find("<M><T>\n" + rows + "</T></M>", 200_000);
    assertThat(last.location())
        .isEqualTo(new Location(200_000, 7 + 199_999L * 14, 200_001, 1, null));
  }
}
