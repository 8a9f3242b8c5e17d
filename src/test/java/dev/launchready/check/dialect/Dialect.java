package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one small portal speaks: who it takes for whom, how it refuses, and how it writes an invoice. All of them have two clients, alice of
 * north and bob of south, with two invoices each, who read their own name at {@link #me}, their own invoices at {@link #list} and one of
 * them at {@link #detail}.
 */
public interface Dialect {

    /** What may be broken. */
    enum Flaw {
        /** The list asks nobody who is calling. */
        OPEN_LIST,
        /** An invoice is loaded by its id alone. */
        FOREIGN_READ,
        /** An invoice asks nobody who is calling. */
        OPEN_OBJECT,
        /** Any text at all is taken for a credential. */
        GARBAGE_CREDENTIAL,
        /** The wall knows the exact path alone. */
        PATH_WALL,
        /** The list holds the invoices of everybody. */
        MIXED_LIST,
        /** The admin's route asks for a sign-in, but not for the role. */
        OPEN_ADMIN
    }

    /** Its name, as tables show it. */
    String name();

    /** The portal file from {@code identities} on, complete. */
    String file();

    /** Files that the portal file names, by name. */
    default Map<String, String> files(int port) {
        return Map.of();
    }

    /** Who asks; empty for nobody. */
    Optional<String> who(Ask ask);

    /** The answer to a sign-in, or to another request of the recipe; empty for every other request. */
    Optional<Reply> signIn(Ask ask);

    String me();

    String list();

    /** The path of one invoice, before its id. */
    String detail();

    /** The id for which an invoice is asked; empty when the request asks for none. */
    default Optional<String> asked(Ask ask) {
        return ask.path().startsWith(detail()) && ask.path().length() > detail().length()
                ? Optional.of(decoded(ask.path().substring(detail().length())))
                : Optional.empty();
    }

    Reply refuseNobody(Ask ask);

    Reply refuseForeign(Ask ask);

    Reply missing(Ask ask);

    Reply meOf(String who);

    Reply listOf(List<Invoice> invoices);

    Reply one(Invoice invoice);

    /** @param id as this dialect names invoices */
    record Invoice(String id, String owner, String customer, String note, int total) {}

    List<Invoice> invoices();

    /** The whole portal. */
    default Reply answer(Ask ask, Set<Flaw> flaws) {
        Optional<Reply> signIn = signIn(ask);
        if (signIn.isPresent()) {
            return signIn.get();
        }
        boolean garbage = flaws.contains(Flaw.GARBAGE_CREDENTIAL) && carries(ask);
        Optional<String> who = who(ask).or(() -> garbage ? Optional.of("alice") : Optional.empty());
        String path = ask.path();
        boolean unwalled = flaws.contains(Flaw.PATH_WALL) && path.endsWith("/") && path.length() > 1;
        String plain = unwalled ? path.substring(0, path.length() - 1) : path;
        Optional<String> seen = unwalled ? Optional.of(who.orElse("alice")) : who;
        if (plain.equals(me())) {
            return seen.map(this::meOf).orElseGet(() -> refuseNobody(ask));
        }
        Optional<String> id = asked(ask);
        if (plain.equals(list()) && id.isEmpty()) {
            Optional<String> lister = flaws.contains(Flaw.OPEN_LIST) ? Optional.of(seen.orElse("alice")) : seen;
            return lister.map(each -> listOf(invoices().stream()
                            .filter(invoice -> flaws.contains(Flaw.MIXED_LIST)
                                    || invoice.owner().equals(each))
                            .toList()))
                    .orElseGet(() -> refuseNobody(ask));
        }
        if (id.isPresent()) {
            return object(ask, id.get(), seen, flaws);
        }
        return missing(ask);
    }

    private Reply object(Ask ask, String id, Optional<String> who, Set<Flaw> flaws) {
        if (who.isEmpty() && !flaws.contains(Flaw.OPEN_OBJECT)) {
            return refuseNobody(ask);
        }
        Optional<Invoice> found =
                invoices().stream().filter(each -> each.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return refuseForeign(ask);
        }
        boolean own = found.get().owner().equals(who.orElse(""));
        boolean shown = own || flaws.contains(Flaw.FOREIGN_READ) || flaws.contains(Flaw.OPEN_OBJECT);
        return shown ? one(found.get()) : refuseForeign(ask);
    }

    private static boolean carries(Ask ask) {
        return ask.raw().getHeaders().all().stream()
                .anyMatch(header -> header.firstValue().contains("garbage"));
    }

    static String decoded(String text) {
        return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
