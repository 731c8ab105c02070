package org.midex.schema;

/**
 * A statistical concept, as SDMX uses the word: what a dimension, attribute or measure is about.
 *
 * @param id name of the XML attribute and Avro field
 * @param definition in English
 * @param source where the definition comes from
 * @param since first minor version of the standard that has it
 */
public record Concept(String id, String name, String definition, String source, String since) {}
