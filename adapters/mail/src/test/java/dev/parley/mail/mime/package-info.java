@org.jspecify.annotations.NullMarked
package dev.parley.mail.mime;
