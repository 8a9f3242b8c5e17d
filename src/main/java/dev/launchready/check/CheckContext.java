package dev.launchready.check;

import dev.launchready.detect.FingerprintKey;
import dev.launchready.detect.SecretSearch;
import dev.launchready.portal.Portal;
import dev.launchready.probe.dns.DnsProbe;
import dev.launchready.probe.files.FilesProbe;
import dev.launchready.probe.files.LocalFiles;
import dev.launchready.probe.git.GitProbe;
import dev.launchready.probe.git.JGitProbe;
import dev.launchready.probe.http.HttpProbe;
import dev.launchready.probe.http.RunAnswers;
import dev.launchready.probe.tls.TlsProbe;
import dev.launchready.session.LiveSessions;
import dev.launchready.session.Sessions;
import java.time.Clock;

/**
 * All that {@code observe} may use.
 *
 * @param answers what the whole run was answered so far, for stage REVIEW
 * @param notes what an older run left for this one
 */
public record CheckContext(
        Portal portal,
        Params params,
        HttpProbe http,
        DnsProbe dns,
        TlsProbe tls,
        Clock clock,
        Memo memo,
        Sessions sessions,
        RunAnswers answers,
        FilesProbe files,
        SecretSearch secrets,
        GitProbe git,
        Notebook notes) {

    /** A context with sessions and a search for secrets of its own, that no other check shares, and without a past. */
    public CheckContext(
            Portal portal, Params params, HttpProbe http, DnsProbe dns, TlsProbe tls, Clock clock, Memo memo) {
        this(
                portal,
                params,
                http,
                dns,
                tls,
                clock,
                memo,
                new LiveSessions(portal, http, clock),
                RunAnswers.NONE,
                new LocalFiles());
    }

    /** A context whose search for secrets goes by the rules of this program. */
    public CheckContext(
            Portal portal,
            Params params,
            HttpProbe http,
            DnsProbe dns,
            TlsProbe tls,
            Clock clock,
            Memo memo,
            Sessions sessions,
            RunAnswers answers,
            FilesProbe files) {
        this(
                portal,
                params,
                http,
                dns,
                tls,
                clock,
                memo,
                sessions,
                answers,
                files,
                SecretSearch.builtIn(FingerprintKey.of(
                        portal.address().fingerprintKey(), portal.url().host())),
                JGitProbe.onAllProcessors(),
                Notebook.NONE);
    }
}
