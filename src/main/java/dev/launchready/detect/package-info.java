/** Finds secrets, personal data and markers in bytes: rules, matcher, and the judging of a hit. Raw values stay in here. */
@NullMarked
package dev.launchready.detect;

import org.jspecify.annotations.NullMarked;
