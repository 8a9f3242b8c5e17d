package dev.launchready.check.authz.backend;

/** What kind of back end it is. */
public enum ServiceKind {
    SUPABASE("Supabase", "supabase"),
    FIREBASE("Firebase", "firebase"),
    DATABASE("the Realtime Database", "firebase"),
    FIRESTORE("Firestore", "firebase"),
    FIREBASE_FILES("the Storage of Firebase", "firebase"),
    S3("S3", "s3"),
    GCS("Google Cloud Storage", "gcs"),
    AZURE("Azure Blob Storage", "azure"),
    GRAPHQL("GraphQL", "graphql"),
    ALGOLIA("Algolia", "algolia"),
    GOOGLE("Google", "google");

    private final String label;
    private final String key;

    ServiceKind(String label, String key) {
        this.label = label;
        this.key = key;
    }

    /** Its name for a person. */
    public String label() {
        return label;
    }

    /** Whether it is only looked at as nobody. */
    boolean asNobody() {
        return this == S3 || this == GCS || this == AZURE || this == GRAPHQL;
    }

    /** What a store is divided into. */
    PlaceKind place() {
        return this == AZURE ? PlaceKind.CONTAINER : PlaceKind.STORE;
    }

    /** The line of the portal file that lets an identity sign in there. */
    String login(String base) {
        String account = "email: \"${env:ALICE_EMAIL}\", password: \"${env:ALICE_PASSWORD}\"}";
        return this == SUPABASE
                ? "identities.alice.login: {kind: supabase, url: " + base + ", key: \"${env:SUPABASE_KEY}\", " + account
                : "identities.alice.login: {kind: firebase, api-key: \"${env:FIREBASE_API_KEY}\", " + account;
    }

    /** Its kind in the portal file. */
    public String key() {
        return key;
    }
}
