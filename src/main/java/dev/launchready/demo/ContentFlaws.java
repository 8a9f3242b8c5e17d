package dev.launchready.demo;

import java.util.List;

/** What can be wrong with strict transport, and with what the pages are made of. */
final class ContentFlaws {
    static final Flaw NO_HSTS =
            hsts("missing", "portal.harbor.example", "The portal does not ask for strict transport.");
    static final Flaw NO_HSTS_FURTHER =
            hsts("missing-on-further-host", "docs.harbor.example", "A host does not ask for strict transport.");
    static final Flaw NO_HSTS_REFUSAL = hsts(
            "missing-on-refusal", "static.harbor.example", "A host that refuses does not ask for strict transport.");
    static final Flaw HSTS_IGNORED =
            hsts("ignored", "media.harbor.example", "A host asks for strict transport in words that no browser knows.");
    static final Flaw HSTS_OFF =
            hsts("switched-off", "lab.harbor.example", "A host tells browsers to forget strict transport.");
    static final Flaw HSTS_SHORT =
            hsts("short", "beta.harbor.example", "A host asks for strict transport for a day only.");
    static final Flaw HSTS_BREAKS = hsts(
                    "breaks-subdomain",
                    "print.harbor-labs.example",
                    "A host asks for strict transport below it, where one is there by plain HTTP alone.")
            .changing("transport.certificate");
    static final Flaw HSTS_DIFFER = hsts(
            "lines-differ", "forum.harbor.example", "A host asks for strict transport twice, each time differently.");
    static final Flaw HSTS_ALONE = hsts(
            "without-subdomains",
            "desk.studio.harbor.example",
            "A host asks for strict transport for itself alone, not for the one below it.");
    static final Flaw HSTS_PRELOAD =
            hsts("preload-unfit", "wiki.harbor.example", "A host says preload, but leaves its subdomains out.");

    static final Flaw PASSWORD_FORM = mixed("password-in-clear", "/login", "The sign-in form is sent over plain HTTP.");
    static final Flaw FORM = mixed("form-in-clear", "/contact", "The contact form is sent over plain HTTP.");
    static final Flaw ACTIVE = mixed("active", "/help", "A page loads a script over plain HTTP.");
    static final Flaw CALL = mixed("call-in-clear", "", "The script calls an address of plain HTTP.");
    static final Flaw PICTURE = mixed("passive#page", "/", "The front page loads a picture over plain HTTP.");
    static final Flaw STYLE_PICTURE = mixed("passive#style", "", "The stylesheet loads a picture over plain HTTP.");
    static final Flaw DATA = mixed("data-in-clear", "/api/health", "The API hands out an address of plain HTTP.");
    static final Flaw MANIFEST = mixed("manifest-in-clear", "", "The manifest names an icon of plain HTTP.");

    static final List<Flaw> ALL = List.of(
            NO_HSTS,
            NO_HSTS_FURTHER,
            NO_HSTS_REFUSAL,
            HSTS_IGNORED,
            HSTS_OFF,
            HSTS_SHORT,
            HSTS_BREAKS,
            HSTS_DIFFER,
            HSTS_ALONE,
            HSTS_PRELOAD,
            PASSWORD_FORM,
            FORM,
            ACTIVE,
            CALL,
            PICTURE,
            STYLE_PICTURE,
            DATA,
            MANIFEST);

    private ContentFlaws() {}

    private static Flaw hsts(String reason, String at, String says) {
        return Flaw.of("transport.hsts/" + reason, at, says);
    }

    private static Flaw mixed(String reason, String at, String says) {
        return Flaw.of("transport.mixed-content/" + reason, at, says);
    }
}
