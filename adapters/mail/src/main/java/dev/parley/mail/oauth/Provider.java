package dev.parley.mail.oauth;

import java.net.URI;
import java.util.Optional;

/** Providers whose addresses and scopes are known. */
public enum Provider {
    /** Gmail and Google Workspace. */
    GOOGLE(
            "https://accounts.google.com/o/oauth2/v2/auth",
            "https://oauth2.googleapis.com/token",
            "https://mail.google.com/",
            ""),
    /** Microsoft 365 and Outlook.com. */
    MICROSOFT(
            "https://login.microsoftonline.com/TENANT/oauth2/v2.0/authorize",
            "https://login.microsoftonline.com/TENANT/oauth2/v2.0/token",
            "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access",
            "https://outlook.office365.com/.default"),
    /** Any other: every address and the scope are to be given. */
    OTHER("", "", "", "");

    private final String authorisation;
    private final String token;
    private final String consentScope;
    private final String applicationScope;

    Provider(String authorisation, String token, String consentScope, String applicationScope) {
        this.authorisation = authorisation;
        this.token = token;
        this.consentScope = consentScope;
        this.applicationScope = applicationScope;
    }

    /** Where the owner of a mailbox consents; {@code tenant}: Microsoft's name of the organisation. */
    public Optional<URI> authorisationAddress(String tenant) {
        return address(authorisation, tenant);
    }

    /** Where tokens are asked for. */
    public Optional<URI> tokenAddress(String tenant) {
        return address(token, tenant);
    }

    /** What an owner of a mailbox is asked to consent to; empty if it is not known. */
    public String consentScope() {
        return consentScope;
    }

    /** What an application asks for itself; empty if the provider offers that not, or not in a way known here. */
    public String applicationScope() {
        return applicationScope;
    }

    private static Optional<URI> address(String pattern, String tenant) {
        return pattern.isEmpty() ? Optional.empty() : Optional.of(URI.create(pattern.replace("TENANT", tenant)));
    }
}
