/** Mail wrapped in another format: Outlook's TNEF ("winmail.dat") and S/MIME. Bytes in, bytes out. */
@NullMarked
package dev.parley.mail.wrapped;

import org.jspecify.annotations.NullMarked;
