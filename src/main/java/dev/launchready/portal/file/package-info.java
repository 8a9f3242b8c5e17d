/** Reading the portal file: every problem with its line, every credential known as one. */
@NullMarked
package dev.launchready.portal.file;

import org.jspecify.annotations.NullMarked;
