/** What a customer and we agreed on for a time: its months, its versions, and when it ends. */
@NullMarked
package dev.parley.core.contract;

import org.jspecify.annotations.NullMarked;
