/** Commands about mailboxes. */
@NullMarked
package dev.parley.app.mailbox;

import org.jspecify.annotations.NullMarked;
