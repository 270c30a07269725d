/** Customers and how other systems name them: CustomerGrpc -> Customers -> Customer -> CustomerStore -> outbox. */
@NullMarked
package io.smartcrm.customer.profile;

import org.jspecify.annotations.NullMarked;
