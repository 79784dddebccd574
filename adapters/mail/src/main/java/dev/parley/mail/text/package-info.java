/** Separating what a person newly wrote from quotes, signatures and forwards; HTML to text. */
@NullMarked
package dev.parley.mail.text;

import org.jspecify.annotations.NullMarked;
