@NullMarked
package dev.parley.app.cli;

import org.jspecify.annotations.NullMarked;
