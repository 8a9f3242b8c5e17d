/** The port to TLS handshakes and certificates. */
@NullMarked
package dev.launchready.probe.tls;

import org.jspecify.annotations.NullMarked;
