/**
 * What customers may be told by beside their profile, defined while the service runs:
 * AttributeGrpc -> Attributes -> AttributeDefinition -> AttributeStore, and for profiles AttributeSchema.
 */
@NullMarked
package io.smartcrm.customer.attribute;

import org.jspecify.annotations.NullMarked;
