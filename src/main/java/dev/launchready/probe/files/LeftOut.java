package dev.launchready.probe.files;

/** Something that was met and is not in the list. */
public record LeftOut(String name, Why why) {

    /** Why it is not looked at. */
    public enum Why {
        /** It, or the folder, may not be read. */
        UNREADABLE,
        /** What it points to is looked at where it lies, if that is in the folder. */
        LINK,
        /** A device, a pipe or a socket. */
        SPECIAL,
        /** The history of a repository. */
        HISTORY,
        /** Behind the bound for files in one listing. */
        TOO_MANY
    }
}
