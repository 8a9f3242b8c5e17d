package dev.launchready.portal.file;

import dev.launchready.portal.yaml.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a small text file whole, and says in a sentence why it could not. */
final class FileText {
    private FileText() {}

    /**
     * @param maxBytes more than this is refused without reading on
     * @throws PortalFileException when it is missing, unreadable, too large or no UTF-8
     */
    static String read(Path file, int maxBytes) throws PortalFileException {
        if (!Files.exists(file)) {
            throw problem(file, "there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw problem(file, "this is a folder, not a file");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw problem(file, "the file cannot be read: " + e.getClass().getSimpleName());
        }
        if (bytes.length > maxBytes) {
            throw problem(file, "the file is larger than " + (maxBytes >> 20) + " MB");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw problem(file, "the file is no UTF-8 text");
        }
    }

    private static PortalFileException problem(Path file, String says) {
        return PortalFileException.of(file.toString(), Mark.START, says);
    }
}
