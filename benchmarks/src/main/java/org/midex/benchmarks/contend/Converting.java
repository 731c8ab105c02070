package org.midex.benchmarks.contend;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.midex.Midex;
import org.midex.Source;
import org.midex.benchmarks.data.AsylumRows;
import org.midex.benchmarks.measure.Contender;
import org.midex.codec.avro.AvroCodec;
import org.midex.codec.avro.Compression;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.FindingSink;
import org.midex.model.MessageReader;
import org.midex.model.MessageWriter;
import org.midex.schema.publish.AvroSchemas;

/** Everybody who makes Avro of XML. Files are written. */
public final class Converting {
  private static final int DEFLATE_LEVEL = 6;
  private static final int ZSTANDARD_LEVEL = 3;

  private final Setting setting;
  private final Path source;

  private Converting(Setting setting) throws IOException {
    this.setting = setting;
    this.source = setting.messages().clean(setting.rows());
  }

  public static List<Contender> contenders(Setting setting) throws IOException {
    Converting converting = new Converting(setting);
    return List.of(
        converting.generic(
            "convert.generic-deflate", "deflate", CodecFactory.deflateCodec(DEFLATE_LEVEL)),
        converting.generic(
            "convert.generic-zstd", "zstd", CodecFactory.zstandardCodec(ZSTANDARD_LEVEL)),
        converting.midex(),
        converting.codec("convert.codec-deflate", Compression.DEFLATE),
        converting.codec("convert.codec-zstd", Compression.ZSTANDARD));
  }

  private Contender generic(String id, String compression, CodecFactory codec) throws IOException {
    Schema schema =
        new Schema.Parser().parse(AvroSchemas.json(setting.catalogue().theme(AsylumRows.THEME)));
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    Path target = setting.scratch(id + ".avro");
    return Contender.other(
        id,
        "Woodstox + generic writer, unchecked, " + compression,
        () -> {
          try (InputStream in = Setting.open(source);
              OutputStream out = Files.newOutputStream(target);
              DataFileWriter<GenericRecord> writer =
                  new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            writer.setCodec(codec);
            writer.create(schema, out);
            return copy(factory.createXMLStreamReader(in), schema, writer);
          }
        });
  }

  private static long copy(
      XMLStreamReader reader, Schema schema, DataFileWriter<GenericRecord> writer)
      throws Exception {
    long rows = 0;
    GenericRecord row = new GenericData.Record(schema);
    int fields = schema.getFields().size();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("Obs")) {
        for (int field = 0; field < fields; field++) {
          row.put(field, null);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
          String name = reader.getAttributeLocalName(i);
          String text = reader.getAttributeValue(i);
          row.put(name, name.equals("OBS_VALUE") ? (Object) Long.valueOf(text) : text);
        }
        writer.append(row);
        rows++;
      }
    }
    reader.close();
    return rows;
  }

  private Contender midex() throws IOException {
    Midex midex = Midex.of(setting.catalogue());
    Path target = setting.scratch("convert.midex-deflate.avro");
    return Contender.ours(
        "convert.midex-deflate",
        "MIDEX convert, checked, deflate",
        () -> {
          Midex.Conversion conversion =
              midex.convert(Source.of(source), target, FindingSink.ignoring());
          if (!conversion.written()) {
            throw new IllegalStateException("the conversion was refused");
          }
          return conversion.rows();
        });
  }

  private Contender codec(String id, Compression compression) throws IOException {
    XmlCodec xml = new XmlCodec(setting.catalogue());
    AvroCodec avro = new AvroCodec(setting.catalogue()).withCompression(compression);
    Path target = setting.scratch(id + ".avro");
    return Contender.ours(
        id,
        "MIDEX reader and writer, " + compression.codec(),
        () -> {
          try (InputStream in = Setting.open(source);
              MessageReader reader = xml.reader(in, FindingSink.ignoring());
              OutputStream out = Files.newOutputStream(target);
              MessageWriter writer = avro.writer(out, reader.head())) {
            while (reader.next()) {
              writer.write(reader.row());
            }
            return reader.number();
          }
        });
  }
}
