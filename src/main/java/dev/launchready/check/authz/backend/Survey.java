package dev.launchready.check.authz.backend;

import dev.launchready.model.Evidence.HttpExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen of every back end that the front names or the portal file lists.
 *
 * @param places tables, functions, buckets, paths and collections that are there
 * @param opened keys whose vendors were asked what they open
 * @param told back ends that were only discovered, and so not called
 * @param unexamined projects of which nothing tells the services that they use
 * @param unread why a part of the front could not be read, one sentence each: what it names is not known
 * @param file the portal file, for places that it names
 */
public record Survey(
        List<Service> services,
        List<Place> places,
        List<PublicKey> keys,
        List<OpenedKey> opened,
        List<Discovered> told,
        List<Unexamined> unexamined,
        List<String> unread,
        String file) {

    public Survey {
        services = List.copyOf(services);
        places = List.copyOf(places);
        keys = List.copyOf(keys);
        opened = List.copyOf(opened);
        told = List.copyOf(told);
        unexamined = List.copyOf(unexamined);
        unread = List.copyOf(unread);
    }

    /** How far one got with a service as a whole. */
    public enum Reach {
        /** It answered as such a service does. */
        ANSWERED,
        /** It wants a key, and none is known. */
        KEY_MISSING,
        /** It does not take the key that is known. */
        KEY_REFUSED,
        /** Nothing there answers as such a service does. */
        OTHER,
        /** It says that what was asked for is at another address. */
        ELSEWHERE,
        /** Nothing answers at all. */
        UNREACHED
    }

    /**
     * One back end that was called.
     *
     * @param says what it answered, where that is of use to a person
     * @param readers identities that sign in there
     * @param strangers whether two of them belong to different tenants
     * @param more whether more places are known than were looked at
     * @param signUp what it says of signing up, where it has such a thing
     */
    public record Service(
            ServiceKind kind,
            String base,
            String host,
            Reach reach,
            String says,
            List<String> readers,
            boolean strangers,
            int places,
            boolean more,
            Optional<SignUp> signUp,
            List<HttpExchange> exchanges) {
        public Service {
            readers = List.copyOf(readers);
            exchanges = List.copyOf(exchanges);
        }
    }

    /**
     * What a service says of signing up.
     *
     * @param open whether anybody may make an account
     * @param unconfirmed whether an account counts before its address is proved
     * @param declared whether the portal file says that people sign up by themselves
     */
    public record SignUp(boolean open, boolean unconfirmed, boolean declared) {}

    /**
     * A key that opens more than a browser may have.
     *
     * @param kind what it is: {@code service_role} or {@code secret}
     * @param where the address of the script or page that holds it
     * @param shown its first four characters at most
     */
    public record PublicKey(String kind, String where, String host, String path, String shown, int length) {}

    /** What a key opens that every browser is handed. */
    public enum Opens {
        /** Its vendor refuses it, without an address of the portal beside it or at all. */
        NOTHING,
        /** What a browser needs, and no more. */
        WHAT_IT_NEEDS,
        /** More reading than a browser needs. */
        MORE,
        WRITING,
        /** The same for requests that come from no page of the portal. */
        ANYWHERE,
        /** An API that is paid for by use. */
        PAID,
        UNCLEAR
    }

    /**
     * A key that is public by design, and what its vendor said of it.
     *
     * @param host and {@code path}: of the script or page that holds it
     * @param vendor the host that was asked
     * @param shown its first four characters
     * @param rights what it opens, in the vendor's own words
     * @param says what came, where nothing can be made of it
     */
    public record OpenedKey(
            ServiceKind kind,
            Opens opens,
            String host,
            String path,
            String vendor,
            String shown,
            int length,
            String rights,
            String says,
            List<HttpExchange> exchanges) {
        public OpenedKey {
            exchanges = List.copyOf(exchanges);
        }
    }

    /**
     * A back end that the front names and the portal file does not.
     *
     * @param line what to add to the portal file
     */
    public record Discovered(ServiceKind kind, String url, String host, String from, String line) {}

    /**
     * A project of which nothing tells the services that it uses.
     *
     * @param url its name
     * @param from the path of the script or page that names it
     * @param line what to add to the portal file, where it uses the service that most do
     */
    public record Unexamined(ServiceKind kind, String url, String from, String line) {}

    /** What somebody gets of a place. */
    public enum Access {
        ROWS,
        EMPTY,
        /** The rules let the reader in, and nothing is there. */
        LET_IN,
        /** A refusal in the service's own words: it knows the place and the one who asks. */
        REFUSED,
        /** It is not there, or not under that name. */
        MISSING,
        /** A function that cannot be called without its arguments, or without changing something. */
        UNTRIED,
        UNCLEAR
    }

    /** What makes rows somebody's own. */
    public enum Sign {
        /** A name or id of an identity of the portal file. */
        MARKER,
        /** Addresses, phone numbers and the like. */
        PERSONAL,
        /** A column names the owner, and several owners are among the rows. */
        MANY_OWNERS
    }

    /**
     * One place as one reader sees it.
     *
     * @param reader an identity's name, or {@code nobody}
     * @param total how many rows there are in all, where the service tells; otherwise how many came
     * @param sign the strongest
     * @param because what the sign is: an identity's name, or the name of a column
     * @param says the service's own words, where it refuses or where nothing can be made of it
     */
    public record Look(
            String reader,
            Access access,
            long total,
            Optional<Sign> sign,
            String because,
            String says,
            List<HttpExchange> exchanges) {
        public Look {
            exchanges = List.copyOf(exchanges);
        }
    }

    /** What a reader sees of another tenant's owner. */
    public enum Crossing {
        NOTHING,
        /** Rows with a name or id of the owner. */
        OWN_ROWS,
        /** Rows of several owners, the same for both. */
        MANY_OWNERS,
        /** The same rows, and nothing tells whose they are. */
        SAME_ROWS,
        UNCLEAR
    }

    /** @param because the column or the name that told */
    public record Pair(
            String owner,
            String reader,
            String roles,
            Crossing crossing,
            int rows,
            String because,
            List<HttpExchange> exchanges) {
        public Pair {
            exchanges = List.copyOf(exchanges);
        }
    }

    /** How an attempt to write as nobody ended. */
    public enum Write {
        /** Refused before the row was looked at. */
        REFUSED,
        /** Only the row itself was refused, as it had to be: the writer was not. */
        TAKEN,
        /** A row was made, against all signs; it stays. */
        LEFT,
        UNCLEAR
    }

    /** @param says the service's own words */
    public record Writing(Write end, String says, List<HttpExchange> exchanges) {
        public Writing {
            exchanges = List.copyOf(exchanges);
        }
    }

    /**
     * One table, function, bucket, path or collection.
     *
     * @param name as the fix has to name it, with its schema where that is not {@code public}
     * @param route its path, for the finding
     * @param ownerColumn the column that names the owner, where one was seen
     * @param declared whether the file lists it for everybody
     * @param declaredShared whether the file lists it for everybody who is signed in
     * @param remedy code for a fix, by the name of the fact
     * @param writable whether the file lists writing to it for everybody
     */
    public record Place(
            PlaceKind kind,
            String base,
            String host,
            String name,
            String route,
            Optional<String> ownerColumn,
            boolean declared,
            boolean declaredShared,
            boolean writable,
            List<Look> looks,
            List<Pair> pairs,
            Optional<Writing> writing,
            Map<String, String> remedy) {
        public Place {
            looks = List.copyOf(looks);
            pairs = List.copyOf(pairs);
            remedy = Map.copyOf(remedy);
        }
    }
}
