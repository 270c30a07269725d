/** Work over all customers in the background: JobGrpc -> Jobs -> JobTable, and JobWorkers -> JobRunner, which features implement. */
@NullMarked
package io.smartcrm.customer.job;

import org.jspecify.annotations.NullMarked;
