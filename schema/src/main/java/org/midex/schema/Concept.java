package org.midex.schema;

/**
 * A statistical concept, as SDMX uses the word: what a dimension, attribute or measure is about.
 *
 * @param id name of the XML attribute and Avro field
 * @param definition in English
 * @param source where the definition comes from
 * @param since first minor version of the standard that has it
 * @param personal whether values may tell of a person, so that reports mask them
 */
public record Concept(
    String id, String name, String definition, String source, String since, boolean personal) {}
