/** What is promised within which time, how far a promise is, and who is told when it is at risk. */
@NullMarked
package dev.parley.core.servicelevel;

import org.jspecify.annotations.NullMarked;
