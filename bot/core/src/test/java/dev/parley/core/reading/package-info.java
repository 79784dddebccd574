@NullMarked
package dev.parley.core.reading;

import org.jspecify.annotations.NullMarked;
