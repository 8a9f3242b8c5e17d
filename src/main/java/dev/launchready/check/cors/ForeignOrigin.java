package dev.launchready.check.cors;

/** An origin as a foreign page's browser would send it, and what is foreign about it. */
public record ForeignOrigin(Kind kind, String value) {

    /** What a policy has to get wrong to let the origin in. */
    public enum Kind {
        /** The portal's own origin: the control. */
        OWN,
        /** Nobody can have listed it. */
        RANDOM,
        /** Another one, to tell a reflection from an answer that never changes. */
        SECOND_RANDOM,
        /** What a sandboxed frame or a {@code data:} page sends (Fetch Standard, "opaque origin"). */
        NULL,
        /** Begins like the portal: {@code portal.example.evil.tld}. */
        PREFIX,
        /** Ends like the portal's domain: {@code evilportal.example}. */
        SUFFIX,
        /** Another character where an unescaped dot of a pattern stands. */
        UNESCAPED_DOT,
        /** A name under a platform on which anybody gets a name for nothing. */
        SHARED_HOSTING,
        /** A character that some browsers allow in a host name, where a pattern expects an end. */
        ODD_CHARACTER,
        /** The portal's own name without encryption. */
        DOWNGRADED,
        /** A name below the portal's domain that nobody has set up. */
        SUBDOMAIN,
        /** A developer's own machine. */
        DEVELOPMENT
    }
}
