/** The contract of a check, and the registry of all of them: observe, then judge. */
@NullMarked
package dev.launchready.check;

import org.jspecify.annotations.NullMarked;
