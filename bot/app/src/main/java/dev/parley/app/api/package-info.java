/** The staff API: JSON over HTTP, a token per person, every action audited. Described in openapi.yaml. */
@NullMarked
package dev.parley.app.api;

import org.jspecify.annotations.NullMarked;
