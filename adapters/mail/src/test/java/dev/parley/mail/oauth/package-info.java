@NullMarked
package dev.parley.mail.oauth;

import org.jspecify.annotations.NullMarked;
