@NullMarked
package dev.parley.mail.auth;

import org.jspecify.annotations.NullMarked;
