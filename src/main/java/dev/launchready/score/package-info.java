/** Gate, score, coverage, rows, plan, baseline and waivers; pure functions over results. */
@NullMarked
package dev.launchready.score;

import org.jspecify.annotations.NullMarked;
