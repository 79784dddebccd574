/** What credits, points and minutes are, what a customer has of them, and the movements a decision asks for. */
@NullMarked
package dev.parley.core.ledger;

import org.jspecify.annotations.NullMarked;
