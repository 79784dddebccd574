/** Tables for spreadsheets. */
@NullMarked
package dev.parley.app.csv;

import org.jspecify.annotations.NullMarked;
