package dev.launchready.check.authz.backend;

/** What kind of back end it is. */
public enum ServiceKind {
    SUPABASE("Supabase"),
    FIREBASE("Firebase");

    private final String label;

    ServiceKind(String label) {
        this.label = label;
    }

    /** Its name for a person. */
    public String label() {
        return label;
    }
}
