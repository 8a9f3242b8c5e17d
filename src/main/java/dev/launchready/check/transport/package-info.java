/** Checks of how the portal is reached: redirects, canonical host, HSTS, mixed content, certificates. */
@NullMarked
package dev.launchready.check.transport;

import org.jspecify.annotations.NullMarked;
