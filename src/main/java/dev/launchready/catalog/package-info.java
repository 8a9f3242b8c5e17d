/** Check cards and profiles: load, validate, look up. */
@NullMarked
package dev.launchready.catalog;

import org.jspecify.annotations.NullMarked;
