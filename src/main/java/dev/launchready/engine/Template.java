package dev.launchready.engine;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills a card's sentence: {@code {name}} stands for the fact of that name; braces around anything else stay. */
final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9-]*)}");

    private Template() {}

    static String fill(String sentence, Map<String, String> facts) {
        return PLACEHOLDER.matcher(sentence).replaceAll(match -> {
            String value = facts.get(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group() : value);
        });
    }
}
