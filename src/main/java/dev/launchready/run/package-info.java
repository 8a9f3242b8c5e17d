/** The run folder: codecs, journal, observations, reading and writing a scorecard. */
@NullMarked
package dev.launchready.run;

import org.jspecify.annotations.NullMarked;
