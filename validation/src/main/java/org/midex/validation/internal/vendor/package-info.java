/** Rules of vendors: loading their jars and running them. */
@NullMarked
package org.midex.validation.internal.vendor;

import org.jspecify.annotations.NullMarked;
