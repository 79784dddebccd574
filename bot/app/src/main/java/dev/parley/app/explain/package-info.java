/** Shows how Parley would read mails and replies, without doing anything. */
@NullMarked
package dev.parley.app.explain;

import org.jspecify.annotations.NullMarked;
