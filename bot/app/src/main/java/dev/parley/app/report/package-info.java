/** Reports as people and spreadsheets read them. */
@NullMarked
package dev.parley.app.report;

import org.jspecify.annotations.NullMarked;
