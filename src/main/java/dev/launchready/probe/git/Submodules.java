package dev.launchready.probe.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Which folders of a repository are repositories of their own. */
final class Submodules {
    private Submodules() {}

    /** Paths of the submodules of the commit that is checked out. */
    static List<String> without(Repository repository, Tips tips) {
        List<String> paths = new ArrayList<>();
        if (tips.head().isEmpty()) {
            return paths;
        }
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk tree = new TreeWalk(repository)) {
            tree.addTree(commits.parseCommit(ObjectId.fromString(tips.head().get())).getTree());
            tree.setRecursive(true);
            while (tree.next()) {
                if (tree.getFileMode(0) == FileMode.GITLINK) {
                    paths.add(tree.getPathString());
                }
            }
        } catch (IOException e) {
            return paths;
        }
        return paths;
    }
}
