package dev.launchready.demo;

import java.util.List;

/** What can be wrong with the data host, to which browsers talk by themselves. */
final class DataFlaws {
    private static final String CHECK = "authz.open-backend/";

    static final Flaw ANYONE_READS = shows("anyone-reads-table", "Row level security of the journals is off.");
    static final Flaw OTHERS_ROWS =
            shows("others-rows", "The bookings ask whether somebody is signed in, and not who it is.");
    static final Flaw READABLE = flaw("table-readable", "The tips for coaches are given to everybody.");
    static final Flaw ANYONE_INSERTS = flaw("anyone-inserts", "Nobody may add messages of whomever.");
    static final Flaw OPEN_INSERT = flaw("open-insert", "Nobody may add inquiries.");
    static final Flaw ANYONE_CALLS = shows(
            "anyone-calls-function", "Nobody gets what clients have paid from a function that passes the policies.");
    static final Flaw FUNCTION_READABLE = flaw("function-readable", "Nobody may ask how many sessions there are.");
    static final Flaw OTHERS_BY_FUNCTION =
            shows("others-by-function", "A function gives the calendar of all clients to each of them.");
    static final Flaw ANYONE_LISTS = shows("anyone-lists-files", "Nobody may list the bucket of contracts.");
    static final Flaw FILES_LISTED = flaw("files-listed", "Nobody may list the public bucket of pictures.");
    static final Flaw OTHERS_FILES = shows("others-files", "Whoever is signed in lists the letters of all.");
    static final Flaw UNCONFIRMED =
            flaw("sign-up-unconfirmed", "The data host makes accounts for addresses that nobody has proved.");
    static final Flaw SECRET_KEY = flaw("secret-key-public", "The script holds the data host's key for servers.")
            .changing("secrets.bundles");

    static final Flaw ANYONE_READS_PATH =
            flaw("anyone-reads-path", "The rules let nobody read the boards of all clients.");
    static final Flaw PATH_READABLE = flaw("path-readable", "The rules let nobody read the hints.");
    static final Flaw PATH_OPEN_EMPTY =
            flaw("path-open-empty", "The rules let nobody read the drafts, of which there are none yet.");
    static final Flaw OTHERS_PATH =
            flaw("others-path", "The rules of the chats ask whether somebody is signed in, and not who it is.");
    static final Flaw NEW_ACCOUNT_READS =
            flaw("new-account-reads", "Anybody makes himself an account that reads the greetings of all clients.");
    static final Flaw ANYONE_WRITES_PATH =
            flaw("anyone-writes-path", "The rules let nobody write into the letters of the clients.");
    static final Flaw PATH_WRITABLE = flaw("path-writable", "The rules let nobody write into the wishes.");

    static final Flaw ANYONE_LISTS_BUCKET =
            flaw("anyone-lists-bucket", "Nobody may list and read the bucket of exports.");
    static final Flaw BUCKET_LISTED = flaw("bucket-listed", "Nobody may list the bucket of views.");
    static final Flaw ANYONE_WRITES_BUCKET = flaw("anyone-writes-bucket", "Nobody may put files into the postbox.");
    static final Flaw BUCKET_GONE = flaw("bucket-gone", "A bucket that is named was never made.");

    static final Flaw ANYONE_QUERIES =
            flaw("anyone-queries", "Nobody may ask the GraphQL service who comes to which retreat.");
    static final Flaw QUERY_READABLE = flaw("query-readable", "Nobody may ask the GraphQL service for opening hours.");
    static final Flaw SCHEMA_PUBLIC = flaw("schema-public", "The GraphQL service tells nobody its schema.");

    static final Flaw KEY_WRITES = key("key-writes", "The key that searches the guides may write them, too.");
    static final Flaw KEY_OPENS_MORE =
            key("key-opens-more", "The key that searches the guides downloads whole indexes.");
    static final Flaw KEY_ANYWHERE = key("key-anywhere", "The key of the map works for everybody's pages.");
    static final Flaw KEY_PAID = key("key-paid-api", "The key of the map opens models that are paid for by use.");

    static final List<Flaw> ALL = List.of(
            ANYONE_READS,
            OTHERS_ROWS,
            READABLE,
            ANYONE_INSERTS,
            OPEN_INSERT,
            ANYONE_CALLS,
            FUNCTION_READABLE,
            OTHERS_BY_FUNCTION,
            ANYONE_LISTS,
            FILES_LISTED,
            OTHERS_FILES,
            UNCONFIRMED,
            SECRET_KEY,
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
            ANYONE_QUERIES,
            QUERY_READABLE,
            SCHEMA_PUBLIC,
            KEY_WRITES,
            KEY_OPENS_MORE,
            KEY_ANYWHERE,
            KEY_PAID);

    private DataFlaws() {}

    /** What it shows is seen by the check that looks at all answers of the run as well. */
    private static Flaw shows(String reason, String says) {
        return flaw(reason, says).changing("authz.excess-data");
    }

    /** Keys that are public by design are told wherever they stand. */
    private static Flaw key(String reason, String says) {
        return flaw(reason, says).changing("secrets.bundles");
    }

    private static Flaw flaw(String reason, String says) {
        return Flaw.of(CHECK + reason, "", says);
    }
}
