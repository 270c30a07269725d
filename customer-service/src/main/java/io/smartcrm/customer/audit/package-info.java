/**
 * Records who read or changed what of whom, in a chain of hashes that shows every later change: {@code AuditInterceptor ->
 * AuditLog -> AuditChainer}; {@code AuditGrpc -> Audits -> AuditTable} reads and verifies. Knows no other feature.
 */
@NullMarked
package io.smartcrm.customer.audit;

import org.jspecify.annotations.NullMarked;
