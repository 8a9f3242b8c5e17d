/** Reports, which read the scorecard and never judge. */
@NullMarked
package dev.launchready.report;

import org.jspecify.annotations.NullMarked;
