package dev.launchready.probe.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads bodies under a cap, first as sent, then decompressed; a body that is not what it says it is is kept as it came. */
final class BodyReader {
    private static final int CHUNK = 16 * 1024;
    private static final int MOST_CODINGS = 3;

    /** @param failure why it broke off, where it did */
    record Body(byte[] bytes, boolean truncated, Optional<IOException> failure) {}

    private BodyReader() {}

    /** Reads until the end, the cap, or a failure; what came is kept. */
    static Body read(InputStream in, int cap) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try {
            while (out.size() <= cap) {
                int count = in.read(chunk);
                if (count < 0) {
                    return new Body(out.toByteArray(), false, Optional.empty());
                }
                out.write(chunk, 0, count);
            }
        } catch (IOException e) {
            return new Body(out.toByteArray(), true, Optional.of(e));
        }
        return new Body(Arrays.copyOf(out.toByteArray(), cap), true, Optional.empty());
    }

    /**
     * Undoes the codings of {@code Content-Encoding} (RFC 9110 section 8.4), the last one first; unknown ones are left. Text that
     * was compressed without saying so is decompressed as well.
     */
    static Body decode(Body sent, String encoding, String mediaType, int cap) {
        Body body = sent;
        List<String> codings = Arrays.stream(encoding.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
        if (codings.isEmpty()) {
            return textual(mediaType) && gzipped(body.bytes()) ? undo("gzip", body, cap) : body;
        }
        int last = Math.max(0, codings.size() - MOST_CODINGS);
        for (int at = codings.size() - 1; at >= last; at--) {
            body = undo(codings.get(at), body, cap);
        }
        return body;
    }

    /** Whether the other side has gone silent for too long, rather than away. */
    static boolean silent(IOException failure) {
        return failure instanceof InterruptedIOException;
    }

    private static Body undo(String coding, Body body, int cap) {
        if (body.bytes().length == 0) {
            return body;
        }
        try (InputStream in = opened(coding, body.bytes())) {
            Body plain = read(in, cap);
            boolean nothing = plain.bytes().length == 0 && plain.truncated();
            return nothing ? body : new Body(plain.bytes(), plain.truncated() || body.truncated(), body.failure());
        } catch (IOException e) {
            return body;
        }
    }

    private static InputStream opened(String coding, byte[] bytes) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in, CHUNK);
            case "deflate" -> new InflaterInputStream(in, new Inflater(!zlib(bytes)), CHUNK);
            default -> in;
        };
    }

    private static boolean gzipped(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    /** Whether a deflate stream has the zlib wrapper that it should have (RFC 1950 section 2.2); many lack it. */
    private static boolean zlib(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0x0f) == 8 && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0;
    }

    private static boolean textual(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.contains("json") || mediaType.contains("javascript");
    }
}
