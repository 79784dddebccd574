/** The door of reading mail: raw bytes in, everything Parley needs to know about a mail out. */
@NullMarked
package dev.parley.mail.read;

import org.jspecify.annotations.NullMarked;
