package dev.launchready.cli;

/** The entry of the process. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("launch-ready");
    }
}
