package dev.launchready.probe.git;

/** What a reader knows of a blob that it read, and is told again with each blob that is made from it. Immutable. */
public interface Known {
    Marks marks();

    /** Memory that it takes beside its marks, roughly, in bytes. */
    long size();
}
