/**
 * Identities at work: how each signs in, the two-sided proof that it is signed in, what nobody gets to see, and what belongs to whom.
 * Checks ask {@link dev.launchready.session.Sessions} for all of it; everything is made once for a run and shared.
 */
@NullMarked
package dev.launchready.session;

import org.jspecify.annotations.NullMarked;
