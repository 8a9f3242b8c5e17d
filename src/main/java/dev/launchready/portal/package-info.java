/** The portal file: what is to be scanned, by whom, with which identities and routes. */
@NullMarked
package dev.launchready.portal;

import org.jspecify.annotations.NullMarked;
