/** Finding the codec of a file, and the places of findings in it. Not exported. */
@NullMarked
package org.midex.internal;

import org.jspecify.annotations.NullMarked;
