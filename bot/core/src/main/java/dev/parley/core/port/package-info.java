/** What the core asks of the world. */
@NullMarked
package dev.parley.core.port;

import org.jspecify.annotations.NullMarked;
