package dev.launchready.check.secrets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the variables of a server's process in an answer, as the error pages of frameworks and debug routes write them: lines, JSON, tables,
 * arrays. Told from a page that only speaks about variables by those that each process has, search path among them.
 *
 * @param names of the variables that hold secrets in clear; where none does, of the first ones
 */
record EnvironmentDump(List<String> names, int variables, boolean secrets) {
    private static final String SEARCH_PATH_NAME = "PATH";
    private static final int LEAST_VARIABLES = 6;
    private static final int LEAST_OF_PROCESS = 3;
    private static final int MOST_NAMES = 6;
    private static final int MOST_READ = 512 * 1024;

    /** What stands between a name and its value: an equals sign, a colon, an arrow, or the border of two cells; quotes and tags around. */
    private static final Pattern VARIABLE = Pattern.compile("(?<![A-Za-z0-9_.$-])([A-Z][A-Z0-9_]{2,60})"
            + "(?:\"|'|&quot;|&#0?39;|&#x27;|\\]|</?(?!t[dh])\\w+[^<>]{0,60}>|[ \\t]{1,20}){0,6}+"
            + "(?:=&gt;|=>|=|:|</t[dh]>\\s{0,40}<td[^<>]{0,60}>)"
            + "(?:\"|'|&quot;|&#0?39;|&#x27;|<\\w+[^<>]{0,60}>|[ \\t]{1,20}){0,6}+"
            + "([^\\s\"'<&,]{1,300})");

    private static final Set<String> OF_PROCESS = Set.of(
            SEARCH_PATH_NAME,
            "HOME",
            "PWD",
            "OLDPWD",
            "HOSTNAME",
            "USER",
            "USERNAME",
            "LOGNAME",
            "SHELL",
            "SHLVL",
            "LANG",
            "LC_ALL",
            "TERM",
            "TMPDIR",
            "TEMP",
            "TMP",
            "PYTHONPATH",
            "VIRTUAL_ENV",
            "GEM_HOME",
            "JAVA_HOME",
            "NODE_ENV",
            "NODE_VERSION",
            "PYTHON_VERSION",
            "PHP_VERSION",
            "RUBY_VERSION",
            "RAILS_ENV",
            "RACK_ENV",
            "APP_ENV",
            "KUBERNETES_SERVICE_HOST",
            "SYSTEMROOT",
            "WINDIR",
            "COMPUTERNAME");

    /** Several absolute folders: what a search path is (POSIX.1-2017, section 8.3). */
    private static final Pattern SEARCH_PATH =
            Pattern.compile("/[^\\s:;]*(?::/[^\\s:;]*)+|[A-Z]:\\\\[^\\s;]*(?:;[A-Z]:\\\\[^\\s;]*)+");

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?:^|_)(?:SECRET|PASSWORD|PASSWD|PASS|PWD|TOKEN|CREDENTIALS?|DSN|APIKEY|PRIVATE)(?:_|$)|(?:^|_)(?:API|APP|ACCESS|SECRET|PRIVATE|ENCRYPTION|SIGNING|MASTER)_KEY(?:_|$)"
                    + "|(?:^|_)(?:SECRET|PASSWORD|TOKEN|KEY)$");
    private static final Pattern WITH_PASSWORD = Pattern.compile("[a-z][a-z0-9+.-]*://[^/@\\s:]*:[^/@\\s]+@.+");
    /** What frameworks put in place of a value. */
    private static final Pattern MASKED = Pattern.compile(
            "(?i)[*•xX.#-]+|\\[?(?:filtered|redacted|hidden|masked|secret|removed|null|none)\\]?|\\[.*\\]|.{1,3}");

    EnvironmentDump {
        names = List.copyOf(names);
    }

    static Optional<EnvironmentDump> in(String text) {
        if (!text.contains(SEARCH_PATH_NAME)) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        Matcher found = VARIABLE.matcher(text.length() > MOST_READ ? text.substring(0, MOST_READ) : text);
        while (found.find()) {
            variables.putIfAbsent(found.group(1), found.group(2));
        }
        long ofProcess =
                variables.keySet().stream().filter(OF_PROCESS::contains).count();
        boolean searchPath = SEARCH_PATH
                .matcher(variables.getOrDefault(SEARCH_PATH_NAME, ""))
                .matches();
        if (variables.size() < LEAST_VARIABLES || ofProcess < LEAST_OF_PROCESS || !searchPath) {
            return Optional.empty();
        }
        List<String> secret = variables.entrySet().stream()
                .filter(each -> secret(each.getKey(), each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        List<String> told = secret.isEmpty() ? List.copyOf(variables.keySet()) : secret;
        return Optional.of(
                new EnvironmentDump(told.stream().limit(MOST_NAMES).toList(), variables.size(), !secret.isEmpty()));
    }

    private static boolean secret(String name, String value) {
        if (WITH_PASSWORD.matcher(value).matches()) {
            return true;
        }
        return !OF_PROCESS.contains(name)
                && SECRET_NAME.matcher(name).find()
                && !MASKED.matcher(value).matches();
    }
}
