/** Support points: so many for each site and month, as the contract says. */
@NullMarked
package dev.parley.core.points;

import org.jspecify.annotations.NullMarked;
