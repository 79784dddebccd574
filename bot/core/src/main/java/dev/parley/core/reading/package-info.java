/** Reading a customer's reply to a quote: yes, no, or something that has to be asked back. */
@NullMarked
package dev.parley.core.reading;

import org.jspecify.annotations.NullMarked;
