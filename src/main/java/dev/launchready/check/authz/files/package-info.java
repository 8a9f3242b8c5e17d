/** Addresses of files in answers: which they are, how they are signed, and when they end. */
@NullMarked
package dev.launchready.check.authz.files;

import org.jspecify.annotations.NullMarked;
