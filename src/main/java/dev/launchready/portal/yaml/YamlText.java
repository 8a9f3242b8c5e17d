package dev.launchready.portal.yaml;

import dev.launchready.portal.yaml.Yaml.Block;
import dev.launchready.portal.yaml.Yaml.Entry;
import dev.launchready.portal.yaml.Yaml.Scalar;
import dev.launchready.portal.yaml.Yaml.Sequence;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one YAML document into {@link Yaml}, within limits on nesting, aliases and the number of values. */
public final class YamlText {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ALIASES = 1_000;
    /** Counted after aliases are followed, so that a "billion laughs" document ends here. */
    private static final int MAX_VALUES = 2_000_000;

    private final String text;
    private int values;

    private YamlText(String text) {
        this.text = text;
    }

    /**
     * Reads the one document of the text.
     *
     * @param maxCharacters more than this is refused
     * @throws YamlException with the place and a sentence
     */
    public static Yaml read(String text, int maxCharacters) throws YamlException {
        if (text.length() > maxCharacters) {
            throw new YamlException(Mark.START, "the file is larger than " + maxCharacters + " characters");
        }
        YamlText reading = new YamlText(text);
        Node root = reading.compose(maxCharacters);
        return root == null ? new Scalar(Mark.START, "", true) : reading.convert(root, 0);
    }

    private @Nullable Node compose(int maxCharacters) throws YamlException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(maxCharacters);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setAllowRecursiveKeys(false);
        options.setProcessComments(false);
        try {
            return new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            throw fault(e);
        } catch (YAMLException e) {
            throw new YamlException(Mark.START, limit(String.valueOf(e.getMessage())));
        }
    }

    private static String limit(String message) {
        if (message.contains("alias")) {
            return "more than " + MAX_ALIASES + " aliases: the file would unfold without end";
        }
        if (message.contains("Nesting")) {
            return "values are nested more than " + MAX_DEPTH + " deep";
        }
        return message.contains("special characters")
                ? "a control character stands in the file; it must be plain UTF-8 text"
                : "this is no YAML that can be read";
    }

    private YamlException fault(MarkedYAMLException e) {
        org.yaml.snakeyaml.error.Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        Mark at = mark == null ? Mark.START : new Mark(mark.getLine() + 1, mark.getColumn() + 1);
        String line = line(at.line());
        String problem = e.getProblem() == null ? "this is no YAML that can be read" : e.getProblem();
        if (indentation(line).indexOf('\t') >= 0 || problem.contains("TAB")) {
            return new YamlException(at, "a tab stands in the indentation; YAML takes spaces only");
        }
        if (line.contains("${") && line.matches(".*[\\[{].*\\$\\{.*")) {
            return new YamlException(
                    at, "this cannot be read as YAML; inside { } and [ ] write a value in quotes: \"${env:NAME}\"");
        }
        if (line.matches("\\s*(- )?[^\"'#]*: *[@`%{].*") && problem.contains("cannot start any token")) {
            return new YamlException(at, "a value that begins with this character needs quotes");
        }
        if (problem.contains("another document")) {
            return new YamlException(at, "a second document begins here; the file must hold one");
        }
        return new YamlException(at, "this cannot be read as YAML: " + problem.replaceAll("\\s+", " "));
    }

    private String line(int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }

    private static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private Yaml convert(Node node, int depth) throws YamlException {
        Mark at = at(node);
        if (depth > MAX_DEPTH) {
            throw new YamlException(at, "values are nested more than " + MAX_DEPTH + " deep");
        }
        if (++values > MAX_VALUES) {
            throw new YamlException(at, "more than " + MAX_VALUES + " values: the aliases unfold without end");
        }
        if (node instanceof ScalarNode scalar) {
            boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
            return new Scalar(at, scalar.getValue(), plain);
        }
        if (node instanceof SequenceNode sequence) {
            List<Yaml> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(convert(item, depth + 1));
            }
            return new Sequence(at, items);
        }
        return node instanceof MappingNode mapping ? block(mapping, at, depth) : new Scalar(at, "", true);
    }

    private Block block(MappingNode mapping, Mark at, int depth) throws YamlException {
        List<Entry> own = new ArrayList<>();
        List<Entry> merged = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Mark keyAt = at(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new YamlException(keyAt, "a key must be a text; values such as {name} need quotes");
            }
            Yaml value = convert(tuple.getValueNode(), depth + 1);
            if (key.getValue().equals("<<") && key.getScalarStyle() == ScalarStyle.PLAIN) {
                merged.addAll(inherited(value));
            } else {
                own.add(new Entry(keyAt, key.getValue(), value));
            }
        }
        Set<String> taken = own.stream().map(Entry::key).collect(Collectors.toSet());
        merged.stream().filter(entry -> taken.add(entry.key())).forEach(own::add);
        return new Block(at, own);
    }

    private static List<Entry> inherited(Yaml value) {
        if (value instanceof Block block) {
            return block.entries();
        }
        return value instanceof Sequence sequence
                ? sequence.items().stream()
                        .flatMap(item -> inherited(item).stream())
                        .toList()
                : List.of();
    }

    private static Mark at(Node node) {
        return new Mark(node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
    }
}
