package dev.launchready.detect;

import com.google.re2j.Pattern;

/** What stands around a password: settings of a connection name the machine and the account that it opens. */
final class Neighbours {
    private static final int REACH = 300;
    private static final Pattern HOST =
            Pattern.compile("(?i)(?:host|hostname|server|address|url)[\"']?\\s*(?:[:=]|=>|\\s)\\s*[\"']?"
                    + "(?:[a-z]+://)?[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:[a-z]{2,}|[0-9]{1,3})\\b");
    private static final Pattern ACCOUNT = Pattern.compile(
            "(?i)(?:user|username|login|nick|account)[\"']?\\s*(?:[:=]|=>|\\s)\\s*[\"']?[a-z0-9_.@+-]{2,}");

    private Neighbours() {}

    /** Whether machine and account are both named near the candidate. A machine of one's own does not count. */
    static boolean nameAccount(Candidate candidate, Text text) {
        String around =
                text.string(Math.max(0, candidate.nameFrom() - REACH), Math.min(text.limit(), candidate.to() + REACH));
        return ACCOUNT.matcher(around).find() && HOST.matcher(around).find();
    }
}
