package dev.launchready.check;

import dev.launchready.model.Attestation;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.portal.Attested;
import dev.launchready.probe.ProbeException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A person's word for a check, as the portal file has it under {@code attest}, and what is there of the proof that they name. A word that has run
 * out never gets so far: the plan makes it NOT_TESTED.
 *
 * @param proof a link or a path, as it was written; an empty text where none was
 * @param speaks whether the proof, where it is a text, holds one of the words that such a proof has
 * @param details further keys of the entry, such as {@code minutes}
 */
public record Vouched(
        String by,
        LocalDate on,
        LocalDate until,
        String proof,
        State state,
        boolean speaks,
        Map<String, String> details) {
    static final Reason PROOF_MISSING = Reason.fails("proof-missing");
    static final Reason PROOF_EMPTY = Reason.fails("proof-empty");
    static final Reason PROOF_SILENT = Reason.warns("proof-silent");
    static final Reason WITHOUT_PROOF = Reason.warns("without-proof");

    private static final int MOST_BYTES = 1024 * 1024;

    public Vouched {
        details = Map.copyOf(details);
    }

    /** What there is of the proof. */
    public enum State {
        NONE,
        /** Not followed: whoever reads the report can. */
        LINK,
        FILE,
        EMPTY,
        MISSING
    }

    /** The reasons that {@link #judge} can give, for the cards of checks that rest on a word. */
    public static Set<Reason> reasons() {
        return Set.of(PROOF_MISSING, PROOF_EMPTY, PROOF_SILENT, WITHOUT_PROOF);
    }

    /** The word for that check, where the portal file has one that still holds. Its proof may be any text or file. */
    public static Optional<Vouched> observe(CheckContext context, String check) throws ProbeException {
        return observe(context, check, List.of());
    }

    /**
     * The word for that check, where the portal file has one that still holds.
     *
     * @param words in lower case, of which a proof that is a text should have one
     */
    public static Optional<Vouched> observe(CheckContext context, String check, List<String> words)
            throws ProbeException {
        Optional<Attested> word = Optional.ofNullable(context.portal().attest().get(check))
                .filter(each -> !LocalDate.now(context.clock()).isAfter(each.until()));
        return word.isPresent() ? Optional.of(looked(context, word.get(), words)) : Optional.empty();
    }

    private static Vouched looked(CheckContext context, Attested attested, List<String> words) throws ProbeException {
        Optional<Path> file = attested.file();
        Optional<byte[]> content = file.isPresent() ? context.files().read(file.get(), MOST_BYTES) : Optional.empty();
        boolean folder = file.isPresent() && context.files().isFolder(file.get());
        State state = attested.proof().isEmpty()
                ? State.NONE
                : file.isEmpty()
                        ? State.LINK
                        : folder
                                ? State.FILE
                                : content.map(bytes -> blank(bytes) ? State.EMPTY : State.FILE)
                                        .orElse(State.MISSING);
        return new Vouched(
                attested.by(),
                attested.on(),
                attested.until(),
                attested.proof().orElse(""),
                state,
                words.isEmpty() || content.map(bytes -> speaks(bytes, words)).orElse(true),
                attested.details());
    }

    private static boolean blank(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
    }

    /** A picture or a PDF is taken as it is; a text must have one of the words. */
    private static boolean speaks(byte[] bytes, List<String> words) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .toLowerCase(Locale.ROOT);
            return text.indexOf('\0') >= 0 || words.stream().anyMatch(text::contains);
        } catch (CharacterCodingException e) {
            return true;
        }
    }

    public Attestation attestation() {
        return new Attestation(by, on, proof, until);
    }

    /** Notes the word as a control named {@code vouched}, and what is wrong with its proof. */
    public void judge(Tally tally) {
        Map<String, String> facts = Map.of(
                "by",
                by,
                "on",
                on.toString(),
                "until",
                until.toString(),
                "proof",
                proof.isEmpty() ? "no proof" : proof);
        facts.forEach(tally::fact);
        tally.control("vouched", facts);
        switch (state) {
            case NONE -> tally.raise(raised(WITHOUT_PROOF));
            case MISSING -> tally.raise(raised(PROOF_MISSING));
            case EMPTY -> tally.raise(raised(PROOF_EMPTY));
            case FILE, LINK -> {
                if (!speaks) {
                    tally.raise(raised(PROOF_SILENT));
                }
            }
        }
    }

    private Raised raised(Reason reason) {
        return Raised.of(reason, Where.SITE, Proof.CONFIRMED)
                .fact("by", by)
                .fact("proof", proof)
                .fact("until", until);
    }
}
