/** Finding people in what a portal shows: records that are about somebody, and what of them is personal. */
@NullMarked
package dev.launchready.check.authz.people;

import org.jspecify.annotations.NullMarked;
