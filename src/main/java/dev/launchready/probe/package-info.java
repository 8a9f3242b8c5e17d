/** What every port to the outside has in common: the family of failures. */
@NullMarked
package dev.launchready.probe;

import org.jspecify.annotations.NullMarked;
