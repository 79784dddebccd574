/** How urgent a request is, by what can be seen of it. */
@NullMarked
package dev.parley.core.severity;

import org.jspecify.annotations.NullMarked;
