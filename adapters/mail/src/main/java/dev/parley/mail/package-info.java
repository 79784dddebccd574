@NullMarked
package dev.parley.mail;

import org.jspecify.annotations.NullMarked;
