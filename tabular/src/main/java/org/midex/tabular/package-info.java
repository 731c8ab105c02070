/**
 * Reads tables (CSV, XLSX, with gzip or without) as if they were messages. Start at {@link
 * org.midex.tabular.Mapping}, which says what the columns of a table mean, and {@link
 * org.midex.tabular.TableReader}, which applies it; the {@link org.midex.tabular.Account} says what
 * became of every cell. Mappings are data: there is no code in them, and where the source allows
 * they can be turned round. Mappings are immutable and may be shared; a reader belongs to one
 * thread. Meaning is left to the validation, writing to the codecs.
 */
@NullMarked
package org.midex.tabular;

import org.jspecify.annotations.NullMarked;
