/** The port to web servers and its one adapter on OkHttp: scope, budgets, limits, recording. */
@NullMarked
package dev.launchready.probe.http;

import org.jspecify.annotations.NullMarked;
