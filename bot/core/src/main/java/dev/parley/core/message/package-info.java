/** What arrived, as values: envelope, text, authentication. */
@NullMarked
package dev.parley.core.message;

import org.jspecify.annotations.NullMarked;
