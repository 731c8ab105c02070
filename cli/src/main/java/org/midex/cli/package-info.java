/**
 * The command line. Start at {@link org.midex.cli.Main}: it knows the commands, the options that
 * all of them share, and turns whatever goes wrong into one line and an exit code. A command
 * parses, calls the library once, prints and returns its exit code. Results go to stdout,
 * everything else to stderr. One run belongs to one thread.
 */
@NullMarked
package org.midex.cli;

import org.jspecify.annotations.NullMarked;
