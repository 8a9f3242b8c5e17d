/** Back ends that browsers call directly, and what the keys that every browser gets open there. */
@NullMarked
package dev.launchready.check.authz.backend;

import org.jspecify.annotations.NullMarked;
