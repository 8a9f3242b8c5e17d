/** Plans a run, schedules it in stages, and turns whatever happens to a check into one result. */
@NullMarked
package dev.launchready.engine;

import org.jspecify.annotations.NullMarked;
