package dev.launchready.probe.dns;

import dev.launchready.model.Evidence;
import java.util.List;

/** The port to the DNS. */
public interface DnsProbe {

    /** Asks one question; every way in which a resolver can fail is an answer here, told apart by its code. */
    DnsReply ask(String name, RecordType type) throws InterruptedException;

    enum RecordType {
        A,
        AAAA,
        CNAME,
        MX,
        NS,
        SOA,
        TXT,
        CAA
    }

    enum Code {
        NOERROR,
        /** The name exists, but not with this type (RFC 2308 section 2.2). */
        NODATA,
        /** Neither the name nor anything below it exists (RFC 8020). */
        NXDOMAIN,
        SERVFAIL,
        REFUSED,
        TIMEOUT
    }

    /**
     * One answer.
     *
     * @param records the data in presentation form (RFC 1035 section 5); TXT strings joined and unquoted
     * @param aliases the names that CNAME records led through, in order
     */
    record DnsReply(
            String name,
            RecordType type,
            Code code,
            List<String> records,
            List<String> aliases,
            Evidence.DnsAnswer evidence) {
        public DnsReply {
            records = List.copyOf(records);
            aliases = List.copyOf(aliases);
        }

        public boolean answered() {
            return code == Code.NOERROR || code == Code.NODATA || code == Code.NXDOMAIN;
        }
    }
}
