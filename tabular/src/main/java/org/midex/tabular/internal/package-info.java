/** Parts of mappings, and the tables that they are applied to. Not exported. */
@NullMarked
package org.midex.tabular.internal;

import org.jspecify.annotations.NullMarked;
