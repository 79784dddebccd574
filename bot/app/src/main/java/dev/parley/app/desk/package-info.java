/** Desk files: one vendor's rules and texts, read from YAML with every mistake named at its place. */
@NullMarked
package dev.parley.app.desk;

import org.jspecify.annotations.NullMarked;
