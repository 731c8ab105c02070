/**
 * Guards around input streams, and a sorter, that codecs and tables share. Not exported to the
 * public.
 */
@NullMarked
package org.midex.model.io;

import org.jspecify.annotations.NullMarked;
