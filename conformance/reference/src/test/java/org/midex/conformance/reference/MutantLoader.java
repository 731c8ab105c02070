package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Loads changed classes, and anew those of the project's own that can see them. */
final class MutantLoader extends ClassLoader {
  private static final String OWN = "org.midex.";
  private static final String REFERENCE = "org.midex.conformance.reference.ReferenceImplementation";

  /**
   * Parts of the project that know nothing of one another; those of a line know the lines before.
   */
  private static final List<Set<String>> LAYERS =
      List.of(Set.of("schema"), Set.of("model"), Set.of("codec", "tabular", "validation"));

  private final Map<String, byte[]> changed;

  /** Parts that cannot see what is changed. */
  private final Set<String> unaware;

  MutantLoader(String part, Map<String, byte[]> changed) {
    super(MutantLoader.class.getClassLoader());
    this.changed = changed;
    this.unaware = unaware(part);
  }

  private static Set<String> unaware(String part) {
    Set<String> unaware = new HashSet<>();
    for (Set<String> layer : LAYERS) {
      unaware.addAll(layer);
      if (layer.contains(part)) {
        unaware.remove(part);
        break;
      }
    }
    return unaware;
  }

  /**
   * The reference implementation with changed classes.
   *
   * @param part of the project that they are of, its folder
   */
  static UnaryOperator<ObjectNode> implementation(String part, Map<String, byte[]> changed) {
    try {
      Class<?> type = new MutantLoader(part, changed).loadClass(REFERENCE);
      Object reference = type.getConstructor().newInstance();
      Method answer = type.getMethod("answer", ObjectNode.class);
      return request -> {
        try {
          return (ObjectNode) answer.invoke(reference, request);
        } catch (InvocationTargetException e) {
          if (e.getCause() instanceof LinkageError fault) {
            throw fault; // it is ours: no vector has caught anything
          }
          throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      };
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OWN) || unaware.contains(part(name))) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  /** The package below the project's own, which is that of its part, but for the library. */
  private static String part(String name) {
    int end = name.indexOf('.', OWN.length());
    return end < 0 ? "" : name.substring(OWN.length(), end);
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
