package dev.launchready.probe.git;

import java.util.ArrayList;
import java.util.List;

/**
 * What could not be read of a repository, so that nothing passes that was not looked at.
 *
 * @param corrupt objects that cannot be made from what lies there
 * @param tooLarge objects that are too large to be held and are made from others
 * @param missing objects that something reachable names and that lie nowhere here
 * @param missingTips refs whose object lies nowhere here
 * @param cut commits whose parents a shallow clone left out
 * @param unreadable packs, indexes and object folders that cannot be opened
 * @param partial whether the clone was told to leave objects out (a promisor remote)
 * @param submodules whose repository lies not here, by path
 * @param large files kept by Git LFS whose content lies not here
 */
public record Holes(
        long corrupt,
        long tooLarge,
        long missing,
        long missingTips,
        long cut,
        List<String> unreadable,
        boolean partial,
        List<String> submodules,
        long large) {
    public static final Holes NONE = new Holes(0, 0, 0, 0, 0, List.of(), false, List.of(), 0);

    public Holes {
        unreadable = List.copyOf(unreadable);
        submodules = List.copyOf(submodules);
    }

    /** Whether all that there is was read. */
    public boolean none() {
        return equals(NONE) || equals(new Holes(0, 0, 0, 0, 0, List.of(), partial, List.of(), 0));
    }

    /** The same with other submodules that lie not here. */
    public Holes withSubmodules(List<String> others) {
        return new Holes(corrupt, tooLarge, missing, missingTips, cut, unreadable, partial, others, large);
    }

    /** These and those of a repository within. */
    public Holes and(Holes other) {
        List<String> bad = new ArrayList<>(unreadable);
        bad.addAll(other.unreadable);
        List<String> without = new ArrayList<>(submodules);
        without.addAll(other.submodules);
        return new Holes(
                corrupt + other.corrupt,
                tooLarge + other.tooLarge,
                missing + other.missing,
                missingTips + other.missingTips,
                cut + other.cut,
                bad,
                partial || other.partial,
                without,
                large + other.large);
    }
}
