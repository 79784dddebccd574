/** Ways in for mail besides mailboxes: a command for mail servers, HTTP, and providers' webhooks. */
@NullMarked
package dev.parley.app.intake;

import org.jspecify.annotations.NullMarked;
