package dev.launchready.detect;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Finds secrets in bytes. Immutable and shared by all threads; each thread takes a {@link #worker()} of its own. */
public final class SecretScanner {
    private final CompiledRules rules;
    private final FingerprintKey key;
    private final Redactor redactor;

    private SecretScanner(CompiledRules rules, FingerprintKey key, Redactor redactor) {
        this.rules = rules;
        this.key = key;
        this.redactor = redactor;
    }

    public static SecretScanner of(RuleSet rules, FingerprintKey key) {
        return new SecretScanner(new CompiledRules(rules), key, Redactor.NONE);
    }

    /** The same scanner, which tells a redactor of every value. The redactor is called by the threads that scan. */
    public SecretScanner telling(Redactor newRedactor) {
        return new SecretScanner(rules, key, newRedactor);
    }

    /** Scratch for one thread; keep it while there is more to scan. */
    public ScanWorker worker() {
        return new ScanWorker(rules, key, redactor);
    }

    /** Scans bytes in memory; hits come in the order of their places. */
    public Looked scan(byte[] bytes, Source source, Consumer<SecretHit> hits) {
        return worker().scan(bytes, 0, bytes.length, source, hits);
    }

    /** Scans a stream of any length in bounded memory. The caller closes it. */
    public Looked scan(InputStream in, Source source, Consumer<SecretHit> hits) throws IOException {
        return worker().scan(in, source, hits);
    }
}
