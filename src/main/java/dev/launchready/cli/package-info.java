/** The command line: commands, exit codes, progress; the only place that prints and exits. */
@NullMarked
package dev.launchready.cli;

import org.jspecify.annotations.NullMarked;
