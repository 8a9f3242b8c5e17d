package dev.launchready.check.face;

/** Answers that tell of the server's state and not of the portal: a judge can make nothing of them. */
public final class Trouble {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private Trouble() {}

    /** Too many requests, or a fault of the server (RFC 6585 section 4, RFC 9110 section 15.6). */
    public static boolean of(int status) {
        return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
    }
}
