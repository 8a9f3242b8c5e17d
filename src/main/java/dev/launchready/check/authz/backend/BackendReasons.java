package dev.launchready.check.authz.backend;

import dev.launchready.model.Reason;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every reason that the judge of back ends can give. */
public final class BackendReasons {
    static final Reason SECRET_KEY_PUBLIC = Reason.fails("secret-key-public");
    static final Reason ANYONE_READS_TABLE = Reason.fails("anyone-reads-table");
    static final Reason TABLE_READABLE = Reason.warns("table-readable");
    static final Reason OTHERS_ROWS = Reason.fails("others-rows");
    static final Reason ANYONE_INSERTS = Reason.fails("anyone-inserts");
    static final Reason OPEN_INSERT = Reason.warns("open-insert");
    static final Reason ANYONE_CALLS_FUNCTION = Reason.fails("anyone-calls-function");
    static final Reason FUNCTION_READABLE = Reason.warns("function-readable");
    static final Reason OTHERS_BY_FUNCTION = Reason.fails("others-by-function");
    static final Reason ANYONE_LISTS_FILES = Reason.fails("anyone-lists-files");
    static final Reason FILES_LISTED = Reason.warns("files-listed");
    static final Reason OTHERS_FILES = Reason.fails("others-files");
    static final Reason ANYONE_READS_PATH = Reason.fails("anyone-reads-path");
    static final Reason PATH_READABLE = Reason.warns("path-readable");
    static final Reason PATH_OPEN_EMPTY = Reason.warns("path-open-empty");
    static final Reason OTHERS_PATH = Reason.fails("others-path");
    static final Reason NEW_ACCOUNT_READS = Reason.fails("new-account-reads");
    static final Reason ANYONE_WRITES_PATH = Reason.fails("anyone-writes-path");
    static final Reason PATH_WRITABLE = Reason.warns("path-writable");
    static final Reason ANYONE_LISTS_BUCKET = Reason.fails("anyone-lists-bucket");
    static final Reason BUCKET_LISTED = Reason.warns("bucket-listed");
    static final Reason ANYONE_WRITES_BUCKET = Reason.fails("anyone-writes-bucket");
    static final Reason BUCKET_GONE = Reason.warns("bucket-gone");
    static final Reason BUCKET_ELSEWHERE = Reason.blocks("bucket-elsewhere");
    static final Reason ANYONE_QUERIES = Reason.fails("anyone-queries");
    static final Reason QUERY_READABLE = Reason.warns("query-readable");
    static final Reason SCHEMA_PUBLIC = Reason.warns("schema-public");
    static final Reason SIGN_UP_OPEN = Reason.warns("sign-up-open");
    static final Reason SIGN_UP_UNCONFIRMED = Reason.warns("sign-up-unconfirmed");

    static final Reason NOT_NAMED = Reason.blocks("not-named");
    static final Reason NO_KEY = Reason.blocks("no-key");
    static final Reason KEY_REFUSED = Reason.blocks("key-refused");
    static final Reason NOT_THAT_SERVICE = Reason.blocks("not-that-service");
    static final Reason NOT_REACHED = Reason.blocks("not-reached");
    static final Reason NO_PLACE_KNOWN = Reason.blocks("no-place-known");
    static final Reason NOBODY_SEES_A_ROW = Reason.blocks("nobody-sees-a-row");
    static final Reason NO_IDENTITY_THERE = Reason.blocks("no-identity-there");
    static final Reason NO_STRANGERS = Reason.blocks("no-strangers");
    static final Reason SAME_FOR_BOTH = Reason.blocks("same-for-both");
    static final Reason FUNCTION_UNTRIED = Reason.blocks("function-untried");
    static final Reason CANNOT_TELL = Reason.blocks("cannot-tell");
    static final Reason NOT_EXAMINED = Reason.blocks("not-examined");
    static final Reason MORE_PLACES = Reason.blocks("more-places");
    static final Reason FRONT_UNREAD = Reason.blocks("front-unread");
    static final Reason NO_BACKEND = Reason.notApplicable("no-backend");

    private BackendReasons() {}

    /**
     * The reasons that speak of one kind of place.
     *
     * @param open nobody reads what is provably somebody's
     * @param readable nobody reads something, and nothing tells that it is anybody's
     * @param others one tenant reads another's
     */
    record OfKind(Reason open, Reason readable, Reason others) {}

    static OfKind of(PlaceKind kind) {
        return switch (kind) {
            case TABLE -> new OfKind(ANYONE_READS_TABLE, TABLE_READABLE, OTHERS_ROWS);
            case FUNCTION -> new OfKind(ANYONE_CALLS_FUNCTION, FUNCTION_READABLE, OTHERS_BY_FUNCTION);
            case BUCKET -> new OfKind(ANYONE_LISTS_FILES, FILES_LISTED, OTHERS_FILES);
            case SCHEMA -> new OfKind(SCHEMA_PUBLIC, SCHEMA_PUBLIC, SCHEMA_PUBLIC);
            case QUERY -> new OfKind(ANYONE_QUERIES, QUERY_READABLE, ANYONE_QUERIES);
            case STORE, CONTAINER -> new OfKind(ANYONE_LISTS_BUCKET, BUCKET_LISTED, ANYONE_LISTS_BUCKET);
            case NODE, COLLECTION, FOLDER -> new OfKind(ANYONE_READS_PATH, PATH_READABLE, OTHERS_PATH);
        };
    }

    /** @param somebodys whether the place holds what is somebody's */
    static Reason written(PlaceKind kind, boolean somebodys) {
        if (kind.ruled()) {
            return somebodys ? ANYONE_WRITES_PATH : PATH_WRITABLE;
        }
        return kind.stored() ? ANYONE_WRITES_BUCKET : somebodys ? ANYONE_INSERTS : OPEN_INSERT;
    }

    public static Set<Reason> all() {
        return Stream.concat(ofPlaces().stream(), KeyReasons.ALL.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Reason> ofPlaces() {
        return Set.of(
                SECRET_KEY_PUBLIC,
                ANYONE_READS_TABLE,
                TABLE_READABLE,
                OTHERS_ROWS,
                ANYONE_INSERTS,
                OPEN_INSERT,
                ANYONE_CALLS_FUNCTION,
                FUNCTION_READABLE,
                OTHERS_BY_FUNCTION,
                ANYONE_LISTS_FILES,
                FILES_LISTED,
                OTHERS_FILES,
                ANYONE_READS_PATH,
                PATH_READABLE,
                PATH_OPEN_EMPTY,
                OTHERS_PATH,
                NEW_ACCOUNT_READS,
                ANYONE_WRITES_PATH,
                PATH_WRITABLE,
                ANYONE_LISTS_BUCKET,
                BUCKET_LISTED,
                ANYONE_WRITES_BUCKET,
                BUCKET_GONE,
                BUCKET_ELSEWHERE,
                ANYONE_QUERIES,
                QUERY_READABLE,
                SCHEMA_PUBLIC,
                SIGN_UP_OPEN,
                SIGN_UP_UNCONFIRMED,
                NOT_NAMED,
                NO_KEY,
                KEY_REFUSED,
                NOT_THAT_SERVICE,
                NOT_REACHED,
                NO_PLACE_KNOWN,
                NOBODY_SEES_A_ROW,
                NO_IDENTITY_THERE,
                NO_STRANGERS,
                SAME_FOR_BOTH,
                FUNCTION_UNTRIED,
                CANNOT_TELL,
                NOT_EXAMINED,
                MORE_PLACES,
                FRONT_UNREAD,
                NO_BACKEND);
    }
}
