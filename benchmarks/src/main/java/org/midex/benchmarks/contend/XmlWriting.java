package org.midex.benchmarks.contend;

import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.midex.benchmarks.data.AsylumRows;
import org.midex.benchmarks.data.Head;
import org.midex.benchmarks.measure.Contender;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.MessageHead;
import org.midex.model.MessageWriter;
import org.midex.model.Row;

/** Everybody who writes XML: the same bytes, from rows in memory, to nowhere. */
final class XmlWriting {
  private final KeptRows kept;
  private final long rows;
  private final MessageHead head;
  private final XmlCodec codec;
  private final byte[] start;

  private interface Writing {
    void write(OutputStream out, long rows) throws Exception;
  }

  private XmlWriting(Setting setting, KeptRows kept) throws Exception {
    this.kept = kept;
    this.rows = setting.rows();
    this.head = Head.of(setting.catalogue());
    this.codec = new XmlCodec(setting.catalogue());
    this.start = start();
  }

  static List<Contender> contenders(Setting setting, KeptRows kept) throws Exception {
    XmlWriting writing = new XmlWriting(setting, kept);
    Writing midex = writing::midex;
    Writing aalto = writing.stax(new OutputFactoryImpl());
    Writing woodstox = writing.stax(new WstxOutputFactory());
    Writing jdk = writing.stax(XMLOutputFactory.newDefaultFactory());
    Sink.requireSame(sum(midex), sum(aalto), sum(woodstox), sum(jdk));
    List<Contender> contenders = new ArrayList<>();
    contenders.add(Contender.other("write.aalto", "Aalto StAX writer", writing.work(aalto)));
    contenders.add(
        Contender.other("write.woodstox", "Woodstox StAX writer", writing.work(woodstox)));
    contenders.add(Contender.other("write.jdk", "JDK StAX writer", writing.work(jdk)));
    contenders.add(
        Contender.ours("write.midex-xml", "MIDEX XML writer, checked", writing.work(midex)));
    return contenders;
  }

  private static String sum(Writing writing) throws Exception {
    Sink sink = new Sink(true);
    writing.write(sink, 1_000);
    return sink.sum();
  }

  private Contender.Work work(Writing writing) {
    return () -> {
      Sink sink = new Sink(false);
      writing.write(sink, rows);
      return sink.count();
    };
  }

  private void midex(OutputStream out, long number) throws Exception {
    List<Row> cycled = kept.rows();
    try (MessageWriter writer = codec.writer(out, head)) {
      for (long row = 0; row < number; row++) {
        writer.write(cycled.get((int) (row % cycled.size())));
      }
    }
  }

  /** What stands before the payload. */
  private byte[] start() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    codec.writer(bytes, head).close();
    String text = bytes.toString(StandardCharsets.UTF_8);
    return text.substring(0, text.indexOf("<" + AsylumRows.THEME)).getBytes(StandardCharsets.UTF_8);
  }

  private Writing stax(XMLOutputFactory factory) {
    List<@Nullable String[]> texts = kept.texts();
    String[] names = kept.names();
    return (target, number) -> {
      OutputStream out = new BufferedOutputStream(target, 1 << 16);
      out.write(start);
      XMLStreamWriter writer = factory.createXMLStreamWriter(out, "UTF-8");
      writer.writeStartElement(AsylumRows.THEME);
      writer.writeAttribute("action", "Replace");
      writer.writeCharacters("\n");
      for (long row = 0; row < number; row++) {
        writeRow(writer, names, texts.get((int) (row % texts.size())));
      }
      writer.writeEndElement();
      writer.flush();
      out.write("\n</Message>\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
    };
  }

  private static void writeRow(XMLStreamWriter writer, String[] names, @Nullable String[] texts)
      throws Exception {
    writer.writeEmptyElement("Obs");
    for (int slot = 0; slot < names.length; slot++) {
      String text = texts[slot];
      if (text != null) {
        writer.writeAttribute(names[slot], text);
      }
    }
    writer.writeCharacters("\n");
  }
}
