/** Whether each gets only what is its own: objects, functions, lists, fields. */
@NullMarked
package dev.launchready.check.authz;

import org.jspecify.annotations.NullMarked;
