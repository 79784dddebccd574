/** What every command ends with: exit codes, plain failures, and the wish to stop. */
@NullMarked
package dev.parley.app.command;

import org.jspecify.annotations.NullMarked;
