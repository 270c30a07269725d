/** Work over all customers in the background: DataJobResource -> DataJobClient -> customer-service. */
@NullMarked
package io.smartcrm.gateway.datajob;

import org.jspecify.annotations.NullMarked;
