/** Whether a secret lies where somebody can find it: in what the browser loads, in files, in the history, in builds and logs. */
@NullMarked
package dev.launchready.check.secrets;

import org.jspecify.annotations.NullMarked;
