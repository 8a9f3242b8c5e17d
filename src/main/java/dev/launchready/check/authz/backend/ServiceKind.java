package dev.launchready.check.authz.backend;

/** What kind of back end it is. */
public enum ServiceKind {
    SUPABASE("Supabase"),
    REALTIME_DATABASE("Firebase Realtime Database"),
    FIRESTORE("Firestore"),
    FIREBASE_STORAGE("Firebase Storage"),
    CONTAINER("object storage"),
    GRAPHQL("GraphQL"),
    ALGOLIA("Algolia"),
    MAPS("Google Maps");

    private final String label;

    ServiceKind(String label) {
        this.label = label;
    }

    /** Its name for a person. */
    public String label() {
        return label;
    }
}
