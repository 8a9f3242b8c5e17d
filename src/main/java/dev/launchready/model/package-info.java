/** The words in which a result is told: pure records and enums that know no library and nothing else of ours. */
@NullMarked
package dev.launchready.model;

import org.jspecify.annotations.NullMarked;
