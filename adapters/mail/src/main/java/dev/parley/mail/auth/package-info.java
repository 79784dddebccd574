/** Whether the sender is who the From header says, as told by a receiving server we trust. */
@NullMarked
package dev.parley.mail.auth;

import org.jspecify.annotations.NullMarked;
