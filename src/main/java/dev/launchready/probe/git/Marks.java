package dev.launchready.probe.git;

import java.util.Arrays;

/** What a reader of blobs found in one of them: numbers that mean something to that reader. Immutable. */
public record Marks(int[] numbers) {
    public static final Marks NONE = new Marks(new int[0]);

    public boolean none() {
        return numbers.length == 0;
    }

    /** What was found, each once, ascending. */
    int[] distinct() {
        return Arrays.stream(numbers).sorted().distinct().toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marks marks && Arrays.equals(numbers, marks.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return numbers.length + " marks";
    }
}
