/** What kind of mail it is: written by a person, a bounce, an automatic answer, a list and so on. */
@NullMarked
package dev.parley.mail.kind;

import org.jspecify.annotations.NullMarked;
