@NullMarked
package dev.parley.mail.text;

import org.jspecify.annotations.NullMarked;
