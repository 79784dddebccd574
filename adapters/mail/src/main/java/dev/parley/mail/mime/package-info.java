/** A raw mail as headers, text parts and attachments; broken mails are repaired or kept, never refused. */
@NullMarked
package dev.parley.mail.mime;

import org.jspecify.annotations.NullMarked;
