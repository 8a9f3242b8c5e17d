package dev.launchready.probe.git;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What the threads that read a store's blobs have found so far. */
final class FoundBlobs {
    /** What was found in an object, by the object's number. */
    final Map<Integer, int[]> marks = new ConcurrentHashMap<>();

    /** Files that Git LFS keeps elsewhere, by the number of their pointer. */
    final Map<Integer, String> pointers = new ConcurrentHashMap<>();

    final ConcurrentLinkedQueue<String> unread = new ConcurrentLinkedQueue<>();
    final LongAdder blobs = new LongAdder();
    final LongAdder bytes = new LongAdder();
    final LongAdder corrupt = new LongAdder();
    final LongAdder tooLarge = new LongAdder();
}
