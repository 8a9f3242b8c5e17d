package dev.launchready.report;

import dev.launchready.model.Evidence;
import dev.launchready.model.Evidence.DnsAnswer;
import dev.launchready.model.Evidence.FileLocation;
import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Evidence.MailHeader;
import dev.launchready.model.Evidence.Measurement;
import dev.launchready.model.Evidence.Screenshot;
import dev.launchready.model.Evidence.TlsSession;
import java.util.List;
import java.util.stream.Collectors;

/** Evidence as lines of text, for reports without a layout of their own. */
final class EvidenceText {
    private EvidenceText() {}

    static String of(Evidence evidence) {
        if (evidence instanceof HttpExchange http) {
            return exchange(http);
        }
        if (evidence instanceof DnsAnswer dns) {
            return dns.name() + " " + dns.type() + ": " + dns.code() + lines(dns.records());
        }
        if (evidence instanceof TlsSession tls) {
            return handshake(tls);
        }
        if (evidence instanceof FileLocation file) {
            return file.file() + file.line().map(line -> ":" + line).orElse("")
                    + file.commit().map(commit -> " in commit " + commit).orElse("") + "\n" + file.excerpt();
        }
        if (evidence instanceof MailHeader mail) {
            return mail.file() + headers(mail.lines());
        }
        if (evidence instanceof Measurement figure) {
            return figure.name() + ": " + Words.figure(figure.value()) + " " + figure.unit()
                    + Words.sorted(figure.details()).stream()
                            .map(each -> "\n" + each.getKey() + ": " + each.getValue())
                            .collect(Collectors.joining());
        }
        return evidence instanceof Screenshot picture ? picture.file() + ": " + picture.caption() : "";
    }

    private static String exchange(HttpExchange http) {
        return "as " + http.sender() + ": " + http.method() + " " + http.url() + headers(http.requestHeaders()) + "\n\n"
                + http.status() + ", " + http.bodyBytes() + " bytes after "
                + Words.took(http.elapsed().toMillis())
                + headers(http.responseHeaders()) + "\n\n" + http.excerpt();
    }

    private static String handshake(TlsSession tls) {
        return tls.host() + ":" + tls.port() + " " + tls.protocol() + " " + tls.cipher() + "\nsubject " + tls.subject()
                + "\nnames " + String.join(", ", tls.names()) + "\nissuer " + tls.issuer()
                + tls.notBefore().map(time -> "\nvalid from " + time).orElse("")
                + tls.notAfter().map(time -> "\nvalid until " + time).orElse("");
    }

    private static String headers(List<Header> headers) {
        return lines(headers.stream()
                .map(header -> header.name() + ": " + header.value())
                .toList());
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> "\n" + line).collect(Collectors.joining());
    }
}
