package dev.launchready.demo;

/**
 * Somebody with an account.
 *
 * @param role {@code client} or {@code admin}
 */
record Person(int id, String email, String name, String role, String tenant) {
    boolean admin() {
        return role.equals("admin");
    }
}
