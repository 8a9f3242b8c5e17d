package dev.launchready.probe.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which folders of a tree are repositories of their own. */
final class Submodules {
    private final Map<Integer, Set<String>> links;
    private final ReducedTrees trees;
    private final EntryNames names;
    private final List<String> paths = new ArrayList<>();

    private Submodules(FoundTrees found) {
        this.links = found.links;
        this.trees = ReducedTrees.of(found.rows(), found.links.keySet());
        this.names = found.names;
    }

    /** Paths of the submodules below a tree. */
    static List<String> below(int tree, FoundTrees found) {
        if (found.links.isEmpty()) {
            return List.of();
        }
        Submodules walk = new Submodules(found);
        walk.look(tree, "");
        return walk.paths;
    }

    private void look(int tree, String path) {
        if (!trees.holds(tree)) {
            return;
        }
        links.getOrDefault(tree, Set.of()).stream().sorted().map(path::concat).forEach(paths::add);
        int end = trees.end(tree);
        for (int at = trees.first(tree); at < end; at++) {
            look(trees.child(at), path + names.name(trees.name(at)) + "/");
        }
    }
}
