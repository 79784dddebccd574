/** What happened in a month, in numbers: functions of histories and of the ledger's movements. */
@NullMarked
package dev.parley.core.report;

import org.jspecify.annotations.NullMarked;
