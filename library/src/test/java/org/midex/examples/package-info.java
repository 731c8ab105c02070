/** The examples of the README, compiled and run. */
@NullMarked
package org.midex.examples;

import org.jspecify.annotations.NullMarked;
