/**
 * Reading of catalogue files (CSV, YAML) with file and line kept for error messages. Not exported.
 */
@NullMarked
package org.midex.schema.internal;

import org.jspecify.annotations.NullMarked;
