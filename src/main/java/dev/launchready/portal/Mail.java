package dev.launchready.portal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The part {@code mail}: how the portal sends.
 *
 * @param selectors of DKIM
 * @param senders further domains that send in the portal's name
 * @param samples mails as files
 */
public record Mail(List<String> selectors, List<String> senders, List<Path> samples, Optional<Mailbox> mailbox) {
    public static final Mail NONE = new Mail(List.of(), List.of(), List.of(), Optional.empty());

    public Mail {
        selectors = List.copyOf(selectors);
        senders = List.copyOf(senders);
        samples = List.copyOf(samples);
    }

    /** @param kind {@code imap} */
    public record Mailbox(String kind, String host, Optional<Integer> port, String user, String password) {}
}
