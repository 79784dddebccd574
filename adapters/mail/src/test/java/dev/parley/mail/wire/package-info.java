@NullMarked
package dev.parley.mail.wire;

import org.jspecify.annotations.NullMarked;
