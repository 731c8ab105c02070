/**
 * Rules between messages: mirrors, balances, revisions and chains. Each reads the other messages
 * once for the figures that it needs, then sees the rows of the message that is judged.
 */
@NullMarked
package org.midex.validation.internal.across;

import org.jspecify.annotations.NullMarked;
