/** The ledger in PostgreSQL: its rules live in the schema {@code ledger}; Java only calls its functions. */
@NullMarked
package dev.parley.storage.ledger;

import org.jspecify.annotations.NullMarked;
