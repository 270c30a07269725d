/**
 * Customers and how other systems name them: CustomerGrpc -> Customers -> Customer -> CustomerStore -> outbox,
 * and by the thousand: CustomerBulk -> Customer -> NamedCustomers, CustomerTable -> outbox.
 */
@NullMarked
package io.smartcrm.customer.profile;

import org.jspecify.annotations.NullMarked;
