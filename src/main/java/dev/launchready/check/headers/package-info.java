/** Checks of response headers by the kind of answer that carries them. */
@NullMarked
package dev.launchready.check.headers;

import org.jspecify.annotations.NullMarked;
