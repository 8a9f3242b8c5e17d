/** Checks of the names in the public DNS. */
@NullMarked
package dev.launchready.check.dns;

import org.jspecify.annotations.NullMarked;
