/** Random walks over whole desks of all three policies, in memory, from a seed that replays them. */
@NullMarked
package dev.parley.testkit.simulate;

import org.jspecify.annotations.NullMarked;
