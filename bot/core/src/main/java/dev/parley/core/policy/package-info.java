/** A desk policy: one vendor's rules as data. */
@NullMarked
package dev.parley.core.policy;

import org.jspecify.annotations.NullMarked;
