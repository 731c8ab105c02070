package org.midex.codec.avro;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.midex.model.Codec;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.schema.Catalogue;

class ZstandardTest {
  @Test
  void withoutItsLibraryTheReaderSaysSo() throws ReflectiveOperationException {
    Codec codec =
        (Codec)
            new WithoutZstandard()
                .loadClass(AvroCodec.class.getName())
                .getConstructor(Catalogue.class)
                .newInstance(Catalogue.standard());
    byte[] file = new ContainerBuilder().meta("avro.codec", "zstandard").bytes();
    assertThatThrownBy(
            () -> codec.reader(new ByteArrayInputStream(file), FindingSink.ignoring()).close())
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("zstd-jni");
  }

  /** Loads the codec anew, and pretends that the library is not there. */
  private static final class WithoutZstandard extends ClassLoader {
    WithoutZstandard() {
      super(ZstandardTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.github.luben.")) {
        throw new ClassNotFoundException(name);
      }
      return name.startsWith("org.midex.codec.avro.") ? load(name) : super.loadClass(name, resolve);
    }

    private Class<?> load(String name) throws ClassNotFoundException {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
