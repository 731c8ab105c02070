package org.midex.validation.internal.keys;

/**
 * A row's figure.
 *
 * @param record number of the row in the message, from 1
 * @param known whether it has one that can be read
 * @param figure with as many decimals as the measure has; 0 where it is not known
 */
public record RowFigure(long record, boolean known, long figure) {}
