package dev.launchready.cli;

/** What the process ends with, the same everywhere. */
enum ExitCode {
    READY(0, "READY, or the command did what it was asked"),
    NOT_READY(1, "NOT_READY: a finding closes the gate"),
    USAGE(2, "wrong usage, or a file that cannot be used"),
    NOT_PROVEN(3, "NOT_PROVEN: nothing bad was seen, but something required was not proven"),
    FAULT(4, "a fault of launch-ready itself");

    private final int code;
    private final String says;

    ExitCode(int code, String says) {
        this.code = code;
        this.says = says;
    }

    int code() {
        return code;
    }

    String says() {
        return says;
    }

    /** Of several runs in one call: the first of 2, 1, 4, 3, 0 that occurs. */
    static int worst(int one, int other) {
        for (ExitCode each : new ExitCode[] {USAGE, NOT_READY, FAULT, NOT_PROVEN}) {
            if (one == each.code || other == each.code) {
                return each.code;
            }
        }
        return READY.code;
    }
}
