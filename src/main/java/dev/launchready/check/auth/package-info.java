/** Whether the portal knows who is asking: nobody gets in, tokens cannot be forged, sessions end. */
@NullMarked
package dev.launchready.check.auth;

import org.jspecify.annotations.NullMarked;
