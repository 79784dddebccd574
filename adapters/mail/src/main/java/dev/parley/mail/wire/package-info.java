/** Mail over the wire: reading a mailbox by IMAP, handing mail over by SMTP. */
@NullMarked
package dev.parley.mail.wire;

import org.jspecify.annotations.NullMarked;
