package dev.launchready.check.authz.files;

import dev.launchready.model.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An address that opens a file to whoever has it, for as long as it says, because it is signed. Read from its own text: nothing is asked.
 *
 * @param kind who signs so: {@code aws}, {@code google}, {@code azure}, {@code token}, {@code rails}, {@code signed}
 * @param signing the names of the parameters that belong to the signature, in lower case; empty where it stands in the path
 * @param proof the parameter that holds the signature itself, in lower case; empty where it stands in the path
 * @param until what the address says of its end
 */
public record SignedUrl(Url url, String kind, List<String> signing, String proof, Until until) {

    /**
     * What an address says of its own end.
     *
     * @param name of the parameter that says it, in lower case; absent where it stands inside of the signature
     * @param end absent where it says none
     * @param lifetime absent where it does not say when it began
     * @param endless whether it says none although it holds all that its server goes by
     */
    public record Until(Optional<String> name, Optional<Instant> end, Optional<Duration> lifetime, boolean endless) {}

    private static final int LEEWAY = 2;

    /** How many characters of a signature are changed. */
    private static final int TURNED = 4;

    public SignedUrl {
        signing = List.copyOf(signing);
    }

    public static Optional<SignedUrl> of(Url url) {
        return Signatures.in(url);
    }

    /** The signature itself: whoever has it opens the file. */
    public String secret() {
        if (proof.isEmpty()) {
            int mark = url.path().indexOf(Signatures.RAILS_MARK) + Signatures.RAILS_MARK.length();
            int end = url.path().indexOf('/', mark);
            return url.path().substring(mark, end < 0 ? url.path().length() : end);
        }
        return Signatures.pairs(url).stream()
                .filter(pair -> pair.name().toLowerCase(Locale.ROOT).equals(proof))
                .map(Signatures.Pair::value)
                .findFirst()
                .orElse("");
    }

    /** When it has surely ended, a little leeway for clocks allowed; absent where it names no end. */
    public Optional<Instant> over() {
        return until.end().map(end -> end.plusSeconds(LEEWAY));
    }

    /** Whether it has surely ended at that moment. */
    public boolean endedBy(Instant moment) {
        return over().filter(past -> past.isBefore(moment)).isPresent();
    }

    /** How long it opens from that moment on, or from where it says that it began. */
    public Optional<Duration> lifetime(Instant from) {
        return until.lifetime().or(() -> until.end().map(end -> Duration.between(from, end)));
    }

    /** The address without anything of its signature; absent where that stands in the path. */
    public Optional<Url> bare() {
        return proof.isEmpty() ? Optional.empty() : Optional.of(keeping(name -> !signing.contains(name)));
    }

    /** The address with another signature of the same shape. */
    public Url altered() {
        if (proof.isEmpty()) {
            int mark = url.path().indexOf(Signatures.RAILS_MARK) + Signatures.RAILS_MARK.length();
            String path = url.path();
            return url.at(path.substring(0, mark) + turned(path.substring(mark)) + query(url));
        }
        return mapped(proof, SignedUrl::turned);
    }

    /** The address with a later end under the same signature; absent where the end is no parameter of its own. */
    public Optional<Url> later() {
        return until.name().map(name -> mapped(name, Ends::later));
    }

    /** This path under the signature of another one; absent where signatures stand in the path, or differ in kind. */
    public Optional<Url> under(SignedUrl other) {
        boolean fits =
                !proof.isEmpty() && kind.equals(other.kind) && !url.path().equals(other.url.path());
        return fits ? Optional.of(url.at(url.path() + query(other.url))) : Optional.empty();
    }

    private static String query(Url url) {
        return url.query().map(text -> "?" + text).orElse("");
    }

    private Url keeping(Predicate<String> kept) {
        String query = Signatures.pairs(url).stream()
                .filter(pair -> kept.test(pair.name().toLowerCase(Locale.ROOT)))
                .map(Signatures.Pair::toString)
                .collect(Collectors.joining("&"));
        return url.at(url.path() + (query.isEmpty() ? "" : "?" + query));
    }

    private Url mapped(String name, java.util.function.UnaryOperator<String> change) {
        List<String> pairs = new ArrayList<>();
        for (Signatures.Pair pair : Signatures.pairs(url)) {
            boolean here = pair.name().toLowerCase(Locale.ROOT).equals(name);
            pairs.add(here ? pair.name() + "=" + change.apply(pair.value()) : pair.toString());
        }
        return url.at(url.path() + "?" + String.join("&", pairs));
    }

    /** Other letters and digits in the middle of its last part: neither what is signed nor padding is touched. */
    private static String turned(String signature) {
        int end = signature.indexOf('/') < 0 ? signature.length() : signature.indexOf('/');
        String mine = signature.substring(0, end);
        int start = Math.max(mine.lastIndexOf('.'), mine.lastIndexOf(':')) + 1;
        int middle = (start + end) / 2;
        StringBuilder turned = new StringBuilder(signature);
        for (int at = middle; at < Math.min(end, middle + TURNED); at++) {
            char c = signature.charAt(at);
            boolean plain = Character.isLetterOrDigit(c) && c < 128;
            turned.setCharAt(at, !plain ? c : c == '5' ? '6' : '5');
        }
        return turned.toString();
    }

    /** Never the signature. */
    @Override
    public String toString() {
        return kind + " " + url.origin();
    }
}
