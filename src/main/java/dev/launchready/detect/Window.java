package dev.launchready.detect;

/** A part of a buffer as characters for the pattern library, without copying; reused by one thread. */
final class Window implements CharSequence {
    private byte[] bytes = new byte[0];
    private int from;
    private int to;

    Window on(byte[] newBytes, int newFrom, int newTo) {
        bytes = newBytes;
        from = newFrom;
        to = newTo;
        return this;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        return (char) (bytes[from + index] & 0xff);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return Ascii.text(bytes, from + start, from + end);
    }

    @Override
    public String toString() {
        return Ascii.text(bytes, from, to);
    }
}
