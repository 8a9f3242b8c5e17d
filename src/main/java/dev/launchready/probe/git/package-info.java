/** The port to git repositories, its adapter, and a reader of packs that makes every object once. */
@NullMarked
package dev.launchready.probe.git;

import org.jspecify.annotations.NullMarked;
