/** YAML with the place of every value, and with limits on what a hostile document may cost. */
@NullMarked
package dev.launchready.portal.yaml;

import org.jspecify.annotations.NullMarked;
