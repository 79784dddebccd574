/** Log-in to mailboxes by OAuth 2.0 (RFC 6749) in place of a password: access tokens, and the consent they rest on. */
@NullMarked
package dev.parley.mail.oauth;

import org.jspecify.annotations.NullMarked;
