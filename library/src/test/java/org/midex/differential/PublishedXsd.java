package org.midex.differential;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The JDK's validator with the published schema. Belongs to one thread. */
final class PublishedXsd {
  private final Validator xsd = published().newValidator();

  /** Why the schema refuses a file; null when it does not. */
  @Nullable String refusal(byte[] bytes) {
    FirstError first = new FirstError();
    xsd.setErrorHandler(first);
    try {
      xsd.validate(new StreamSource(new ByteArrayInputStream(bytes)));
    } catch (SAXException e) {
      return first.message == null ? String.valueOf(e.getMessage()) : first.message;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
    return first.message;
  }

  private static Schema published() {
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      return factory.newSchema(
          Objects.requireNonNull(Catalogue.class.getResource("published/1.0/midex.xsd")));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class FirstError implements ErrorHandler {
    private @Nullable String message;

    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {
      if (message == null) {
        message = e.getMessage();
      }
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      error(e);
      throw e;
    }
  }
}
