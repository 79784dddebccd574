package dev.parley.mail.oauth;

import jakarta.mail.AuthenticationFailedException;

/** The provider gives no access any more: the consent was taken back or ran out, or the application's secret did. */
public final class AuthorisationEnded extends AuthenticationFailedException {
    private static final long serialVersionUID = 1L;

    AuthorisationEnded(String why) {
        super(why);
    }
}
