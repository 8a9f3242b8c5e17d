package dev.launchready.probe.git;

import java.util.Arrays;

/** Rows of three numbers each, many of them. For one thread. */
final class IntRows {
    private static final int WIDTH = 3;
    private static final int BLOCK_ROWS = 64 * 1024;

    private int[][] blocks = new int[4][];
    private int count;

    void add(int first, int second, int third) {
        int block = count / BLOCK_ROWS;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, block * 2);
        }
        if (blocks[block] == null) {
            blocks[block] = new int[BLOCK_ROWS * WIDTH];
        }
        int at = count++ % BLOCK_ROWS * WIDTH;
        blocks[block][at] = first;
        blocks[block][at + 1] = second;
        blocks[block][at + 2] = third;
    }

    int count() {
        return count;
    }

    int get(int row, int column) {
        return blocks[row / BLOCK_ROWS][row % BLOCK_ROWS * WIDTH + column];
    }
}
