@NullMarked
package dev.parley.mail.read;

import org.jspecify.annotations.NullMarked;
