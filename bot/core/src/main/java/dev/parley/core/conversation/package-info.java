/** Which ticket and which quote version a message belongs to. */
@NullMarked
package dev.parley.core.conversation;

import org.jspecify.annotations.NullMarked;
