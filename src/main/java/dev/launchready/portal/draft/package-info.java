/** Writing a first portal file from what is already known. */
@NullMarked
package dev.launchready.portal.draft;

import org.jspecify.annotations.NullMarked;
