/**
 * What customers and auditors get in writing: statements, quotes, receipts, invoices, evidence. Pure: records in, bytes
 * out.
 */
@NullMarked
package dev.parley.app.papers;

import org.jspecify.annotations.NullMarked;
