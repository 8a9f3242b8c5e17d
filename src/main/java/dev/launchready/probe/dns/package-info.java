/** The port to the DNS and its one adapter on dnsjava. */
@NullMarked
package dev.launchready.probe.dns;

import org.jspecify.annotations.NullMarked;
