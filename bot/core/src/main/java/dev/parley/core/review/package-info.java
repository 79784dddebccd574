/** What customers say of what they bought: only those who are logged in and bought it say anything (C-26). */
@NullMarked
package dev.parley.core.review;

import org.jspecify.annotations.NullMarked;
