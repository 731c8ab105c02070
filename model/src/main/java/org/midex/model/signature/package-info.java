/** What was found out about the signatures of a file. */
@NullMarked
package org.midex.model.signature;

import org.jspecify.annotations.NullMarked;
