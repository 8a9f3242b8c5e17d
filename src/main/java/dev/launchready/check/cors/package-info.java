/** Checks of which foreign origins may read the portal in a browser. */
@NullMarked
package dev.launchready.check.cors;

import org.jspecify.annotations.NullMarked;
