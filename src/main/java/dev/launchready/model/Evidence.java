package dev.launchready.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was seen, redacted and bounded, with the command that lets a person see it again. */
public sealed interface Evidence {

    /** A shell line that shows the same thing, or an empty text where no command can. */
    String reproduce();

    /**
     * One request and its answer, redacted at arrival.
     *
     * @param sender the identity's name, or {@code nobody}
     * @param requestHeaders names in the order sent; credentials replaced by a mark
     * @param excerpt at most some hundred characters of the body, secrets and markers masked
     * @param curl the request as a {@code curl} line, with {@code $NAME} in place of every credential
     */
    record HttpExchange(
            String sender,
            String method,
            String url,
            List<Header> requestHeaders,
            int status,
            List<Header> responseHeaders,
            long bodyBytes,
            String excerpt,
            Duration elapsed,
            String curl)
            implements Evidence {
        public HttpExchange {
            requestHeaders = List.copyOf(requestHeaders);
            responseHeaders = List.copyOf(responseHeaders);
        }

        /** The same without what the answer said: for content that was not known to be somebody's when it was redacted. */
        public HttpExchange withoutContent() {
            List<Header> type = responseHeaders.stream()
                    .filter(header -> header.name().equalsIgnoreCase("content-type"))
                    .toList();
            return new HttpExchange(sender, method, url, requestHeaders, status, type, bodyBytes, "", elapsed, curl);
        }

        @Override
        public String reproduce() {
            return curl;
        }
    }

    /** One header line. */
    record Header(String name, String value) {}

    /** One DNS question and what came back; {@code code} is NOERROR, NODATA, NXDOMAIN, SERVFAIL or TIMEOUT. */
    record DnsAnswer(String name, String type, String code, List<String> records, String dig) implements Evidence {
        public DnsAnswer {
            records = List.copyOf(records);
        }

        @Override
        public String reproduce() {
            return dig;
        }
    }

    /** One TLS handshake: the leaf certificate's facts and the chain's subjects, leaf first. */
    record TlsSession(
            String host,
            int port,
            String protocol,
            String cipher,
            String subject,
            List<String> names,
            String issuer,
            Optional<Instant> notBefore,
            Optional<Instant> notAfter,
            List<String> chain,
            String openssl)
            implements Evidence {
        public TlsSession {
            names = List.copyOf(names);
            chain = List.copyOf(chain);
        }

        @Override
        public String reproduce() {
            return openssl;
        }
    }

    /** A place in a file, in a bundle or in the history of a repository. */
    record FileLocation(
            String file,
            Optional<Integer> line,
            Optional<Integer> column,
            Optional<String> commit,
            String excerpt,
            String command)
            implements Evidence {
        @Override
        public String reproduce() {
            return command;
        }
    }

    /** Lines of a mail's header. */
    record MailHeader(String file, List<Header> lines) implements Evidence {
        public MailHeader {
            lines = List.copyOf(lines);
        }

        @Override
        public String reproduce() {
            return "";
        }
    }

    /** A figure with its unit, and what else was measured with it. */
    record Measurement(String name, double value, String unit, Map<String, String> details) implements Evidence {
        public Measurement {
            details = Map.copyOf(details);
        }

        @Override
        public String reproduce() {
            return "";
        }
    }

    /** A picture beside the report. */
    record Screenshot(String file, String caption, Optional<LocalDate> taken) implements Evidence {
        @Override
        public String reproduce() {
            return "";
        }
    }
}
