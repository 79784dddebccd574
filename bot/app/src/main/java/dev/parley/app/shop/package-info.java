/** The pages on which customers buy credits, and where payment providers tell what happened. No staff token needed. */
@NullMarked
package dev.parley.app.shop;

import org.jspecify.annotations.NullMarked;
