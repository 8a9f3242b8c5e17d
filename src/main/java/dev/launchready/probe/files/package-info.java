/** Files of the person who scans: source, build output, logs, configuration. Read only; links lead nowhere unasked. */
@NullMarked
package dev.launchready.probe.files;

import org.jspecify.annotations.NullMarked;
