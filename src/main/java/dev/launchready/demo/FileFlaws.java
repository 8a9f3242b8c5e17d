package dev.launchready.demo;

import java.util.List;
import java.util.Set;

/** What can be wrong with files and the links to them. */
final class FileFlaws {
    static final Flaw ANYONE_FETCHES =
            file("anyone-fetches", "/api/uploads/*", "An upload opens to whoever has its address.");
    static final Flaw OTHER_FETCHES =
            file("other-fetches", "/api/uploads/*", "An upload opens to whoever is signed in.");
    static final Flaw LOOKS_OPEN = file(
            "looks-open",
            "/api/uploads/*",
            "Uploads are stamped anew for each download, and strangers get a stamped cover sheet.");
    static final Flaw PICTURE_OPEN =
            file("picture-open", "/api/covers/*", "The picture of a file opens to whoever is signed in.");
    static final Flaw UNCHECKED = file("signature-not-checked", "", "The signature of a download is not compared.");
    static final Flaw MOVES = file("signature-moves", "", "The signature of a download is that of its end alone.");
    static final Flaw END_UNSIGNED = file("end-not-signed", "", "The end of a download is not part of what is signed.");
    static final Flaw OUTLIVES =
            file("outlives-its-end", "", "The end of a download is never looked at, and has already passed.");
    static final Flaw LONG_LIVED = file("long-lived", "", "A download is signed for a month.");
    static final Flaw NEVER_ENDS = file("never-ends", "", "A download is signed without an end.");

    static final List<Flaw> ALL = List.of(
            ANYONE_FETCHES,
            OTHER_FETCHES,
            LOOKS_OPEN,
            PICTURE_OPEN,
            UNCHECKED,
            MOVES,
            END_UNSIGNED,
            OUTLIVES,
            LONG_LIVED,
            NEVER_ENDS);

    /** There is one kind of download and one of upload: what opens to all hides the finer flaws. */
    static final Set<Flaw> OUTSHONE = Set.of(OTHER_FETCHES, LOOKS_OPEN, MOVES, END_UNSIGNED, OUTLIVES, NEVER_ENDS);

    private FileFlaws() {}

    private static Flaw file(String reason, String at, String says) {
        return Flaw.of("authz.files/" + reason, at, says);
    }
}
