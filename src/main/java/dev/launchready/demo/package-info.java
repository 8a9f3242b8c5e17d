/**
 * The demo portal: a small but real portal with switchable flaws, on free loopback ports. It stands alone: it knows neither
 * the checks nor the engine, and only the command line knows it.
 */
@NullMarked
package dev.launchready.demo;

import org.jspecify.annotations.NullMarked;
