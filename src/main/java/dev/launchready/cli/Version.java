package dev.launchready.cli;

/** Name and version of the program; loads nothing else, as it is on the shortest way to an answer. */
final class Version {
    private Version() {}

    /** As the jar's manifest has it; {@code dev} where there is no jar. */
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    static String line() {
        return "launch-ready " + number();
    }
}
