@NullMarked
package dev.parley.core;

import org.jspecify.annotations.NullMarked;
