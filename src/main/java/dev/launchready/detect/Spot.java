package dev.launchready.detect;

import java.util.List;

/**
 * Where a value lies. In an encoded layer the place is that of the encoded run in the source.
 *
 * @param offset bytes from the start of the source (of the archive's entry), from 0
 * @param line from 1
 * @param column bytes (code units in UTF-16) from the start of the line, from 1
 * @param layers how the value was wrapped, the outermost first: {@code base64}, {@code hex}, {@code url}, {@code escape}
 */
public record Spot(Source source, long offset, long line, long column, List<String> layers) {
    public Spot {
        layers = List.copyOf(layers);
    }
}
