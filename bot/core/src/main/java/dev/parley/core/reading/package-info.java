/** Reading a customer's reply to a quote: a clear yes only where every word of it is explained. */
@NullMarked
package dev.parley.core.reading;

import org.jspecify.annotations.NullMarked;
