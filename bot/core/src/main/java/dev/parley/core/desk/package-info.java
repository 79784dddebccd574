/** The use cases: load, decide, save. */
@NullMarked
package dev.parley.core.desk;

import org.jspecify.annotations.NullMarked;
