package dev.launchready.report;

import dev.launchready.model.Proof;
import dev.launchready.model.SecretInventory;
import dev.launchready.model.SecretInventory.Extent;
import dev.launchready.model.SecretInventory.Leak;
import dev.launchready.model.SecretInventory.Lived;
import dev.launchready.model.SecretInventory.Place;
import dev.launchready.model.SecretInventory.Use;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What {@code launch-ready secrets} tells a person: secrets in full, all else in a line each. */
public final class SecretsTerminal {
    private static final int MOST_PLACES = 5;
    private static final int MOST_HINTS = 20;
    private static final int MOST_OMISSIONS = 5;
    private static final int INDENT = 2;
    private static final int TEXT_AT = 10;

    private final int width;
    private final Palette palette;

    public SecretsTerminal(int width, Palette palette) {
        this.width = width;
        this.palette = palette;
    }

    public void write(SecretInventory inventory, int exitCode, Appendable out) throws IOException {
        Typesetter page = new Typesetter(out, width, palette);
        List<Leak> closing = inventory.closing();
        for (Leak leak : closing) {
            secret(page, leak);
        }
        brief(page, "Accepted", inventory, leak -> !leak.closes() && leak.kind().use() == Use.SECRET && accepted(leak));
        brief(
                page,
                "Hints, which never count",
                inventory,
                leak -> leak.kind().use() == Use.SECRET && leak.proof() == Proof.HEURISTIC && !accepted(leak));
        brief(
                page,
                "Public by design: see to what stands behind them",
                inventory,
                leak -> leak.kind().use() == Use.PUBLIC);
        brief(page, "Keys of test systems", inventory, leak -> leak.kind().use() == Use.TEST);
        omissions(page, "Could not be read", inventory.extent().unread());
        omissions(page, "Not looked at", inventory.extent().leftOut());
        page.blank();
        page.paragraph(0, extent(inventory.extent()));
        page.paragraph(0, exitLine(inventory, exitCode));
    }

    private static boolean accepted(Leak leak) {
        return leak.acceptance().known() || leak.acceptance().waived().isPresent();
    }

    private void secret(Typesetter page, Leak leak) throws IOException {
        page.blank();
        page.painted(palette.of(leak.kind().severity(), Words.of(leak.kind().severity())) + "  "
                + palette.bold(page.inert(leak.kind().title())) + palette.dim("  " + Words.of(leak.proof())));
        page.labelled(INDENT, "Value", TEXT_AT, value(leak));
        String label = "Where";
        for (Place place : leak.places().stream().limit(MOST_PLACES).toList()) {
            page.labelled(INDENT, label, TEXT_AT, words(place));
            label = "";
        }
        if (leak.met() > MOST_PLACES) {
            page.paragraph(TEXT_AT, "and " + (leak.met() - MOST_PLACES) + " more places");
        }
        String step = "Rotate";
        for (String each : leak.kind().rotate()) {
            page.labelled(INDENT, step, TEXT_AT, each);
            step = "";
        }
    }

    private static String value(Leak leak) {
        String prefix = leak.mark().prefix().isEmpty() ? "" : leak.mark().prefix() + "…, ";
        return prefix + leak.mark().length() + " bytes, " + leak.mark().fingerprint();
    }

    private static String words(Place place) {
        String layers = place.layers().isEmpty() ? "" : ", in " + String.join(" in ", place.layers());
        return place.file() + ":" + place.line() + ":" + place.column()
                + place.label().map(label -> "  " + label).orElse("") + layers
                + place.lived().map(SecretsTerminal::words).orElse("");
    }

    private static String words(Lived lived) {
        return ", since " + lived.since()
                + lived.until().map(until -> ", until " + until).orElse(lived.inHead() ? ", and still there" : "");
    }

    private static void brief(Typesetter page, String heading, SecretInventory inventory, Predicate<Leak> wanted)
            throws IOException {
        List<Leak> leaks = inventory.leaks().stream().filter(wanted).toList();
        if (leaks.isEmpty()) {
            return;
        }
        page.heading(heading);
        for (Leak leak : leaks.stream().limit(MOST_HINTS).toList()) {
            String more = leak.met() > 1 ? " and " + (leak.met() - 1) + " more" : "";
            String why = Stream.concat(leak.acceptance().waived().stream(), leak.kind().restriction().stream())
                    .map(each -> " " + each)
                    .reduce("", String::concat);
            page.hanging(
                    "  ",
                    INDENT + 2,
                    words(leak.places().get(0)) + more + ": " + leak.kind().title() + ", " + value(leak) + "." + why);
        }
        if (leaks.size() > MOST_HINTS) {
            page.paragraph(INDENT, "and " + (leaks.size() - MOST_HINTS) + " more: --format json lists all.");
        }
    }

    private static void omissions(Typesetter page, String heading, List<String> sentences) throws IOException {
        if (sentences.isEmpty()) {
            return;
        }
        page.heading(heading);
        for (String each : sentences.stream().limit(MOST_OMISSIONS).toList()) {
            page.hanging("  ", INDENT + 2, each);
        }
        if (sentences.size() > MOST_OMISSIONS) {
            page.paragraph(INDENT, "and " + (sentences.size() - MOST_OMISSIONS) + " more: --format json lists all.");
        }
    }

    private static String extent(Extent extent) {
        String entries = extent.entries() == 0 ? "" : ", " + extent.entries() + " entries of archives among them";
        return "Looked at " + extent.files() + (extent.files() == 1 ? " source, " : " sources, ")
                + Words.bytes(extent.bytes()) + entries + ".";
    }

    private static String exitLine(SecretInventory inventory, int exitCode) {
        int count = inventory.closing().size();
        if (count > 0) {
            return "exit " + exitCode + ": " + Words.plural(count, "secret") + " found";
        }
        int unread = inventory.extent().unread().size();
        return "exit " + exitCode + ": no secret found"
                + (unread == 0 ? "" : ", but " + Words.plural(unread, "source") + " could not be read");
    }
}
