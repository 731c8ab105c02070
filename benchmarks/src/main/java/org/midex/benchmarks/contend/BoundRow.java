package org.midex.benchmarks.contend;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** An observation as somebody would write it for Jakarta XML Binding. */
@XmlRootElement(name = "Obs", namespace = "urn:midex:1")
@XmlAccessorType(XmlAccessType.FIELD)
final class BoundRow {
  @XmlAttribute(name = "REF_AREA", required = true)
  @Nullable String area;

  @XmlAttribute(name = "CITIZENSHIP", required = true)
  @Nullable String citizenship;

  @XmlAttribute(name = "APPLICATION_TYPE", required = true)
  @Nullable String applicationType;

  @XmlAttribute(name = "PROCEDURE", required = true)
  @Nullable String procedure;

  @XmlAttribute(name = "DEC_LEVEL", required = true)
  @Nullable String level;

  @XmlAttribute(name = "SEX", required = true)
  @Nullable String sex;

  @XmlAttribute(name = "AGE", required = true)
  @Nullable String age;

  @XmlAttribute(name = "MINOR_STATUS", required = true)
  @Nullable String minorStatus;

  @XmlAttribute(name = "UNIT_MEASURE", required = true)
  @Nullable String unit;

  @XmlAttribute(name = "TIME_PERIOD", required = true)
  @Nullable String period;

  @XmlAttribute(name = "OBS_VALUE")
  @Nullable Long value;

  @XmlAttribute(name = "OBS_STATUS")
  @Nullable String status;
}
