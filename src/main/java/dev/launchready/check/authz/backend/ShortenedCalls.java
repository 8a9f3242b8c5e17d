package dev.launchready.check.authz.backend;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths in a bundle whose functions have lost their names: {@code hl(mC,"journals")}. What remains is what the calls are made with: the
 * client of the project, {@code Nh=TB({apiKey:…})}, and the services that were made of it, {@code mC=ug(Nh)}.
 */
final class ShortenedCalls {
    private static final String NAME = "(?<![\\w$])([A-Za-z_$][\\w$]{0,30})";
    private static final Pattern CLIENT =
            Pattern.compile(NAME + "\\s*=\\s*[\\w$.()0,]{1,40}\\(\\s*\\{[^{}]{0,600}?apiKey[\"\']?\\s*:\\s*[\"\'`]");
    private static final String SERVICE = NAME + "\\s*=\\s*[\\w$.()0,]{1,40}\\(\\s*%s\\s*[,)]";
    private static final String CALL =
            "[\\w$)]\\(\\s*(?:[\\w$.]{1,40}\\(\\s*)?%s\\s*\\)?\\s*,\\s*[\"'`]([^\"'`\\s]{1,200})[\"'`]";
    private static final int MOST_SERVICES = 12;

    private ShortenedCalls() {}

    static Set<TreePath> in(String text) {
        Set<TreePath> paths = new LinkedHashSet<>();
        for (String service : services(text)) {
            Pattern.compile(CALL.formatted(Pattern.quote(service)))
                    .matcher(text)
                    .results()
                    .forEach(call -> TreePath.of(call.group(1)).ifPresent(paths::add));
        }
        return paths;
    }

    private static List<String> services(String text) {
        Set<String> services = new LinkedHashSet<>();
        Matcher clients = CLIENT.matcher(text);
        while (clients.find()) {
            Pattern.compile(SERVICE.formatted(Pattern.quote(clients.group(1))))
                    .matcher(text)
                    .results()
                    .forEach(made -> services.add(made.group(1)));
        }
        return services.stream().limit(MOST_SERVICES).toList();
    }
}
