package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Loads the project's own classes anew, some of them changed. */
final class MutantLoader extends ClassLoader {
  private static final String OWN = "org.midex.";
  private static final String REFERENCE = "org.midex.conformance.reference.ReferenceImplementation";

  private final Map<String, byte[]> changed;

  MutantLoader(Map<String, byte[]> changed) {
    super(MutantLoader.class.getClassLoader());
    this.changed = changed;
  }

  /** The reference implementation, made of these classes. */
  static UnaryOperator<ObjectNode> implementation(Map<String, byte[]> changed) {
    try {
      Class<?> type = new MutantLoader(changed).loadClass(REFERENCE);
      Object reference = type.getConstructor().newInstance();
      Method answer = type.getMethod("answer", ObjectNode.class);
      return request -> {
        try {
          return (ObjectNode) answer.invoke(reference, request);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e.getCause());
        }
      };
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OWN)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] bytes = changed.get(name);
    try {
      if (bytes == null) {
        bytes = original(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private byte[] original(String name) throws IOException, ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    }
  }
}
