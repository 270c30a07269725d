/**
 * Quarkus test resources over the local servers, and tokens really signed: test -> resource -> one server per JVM.
 */
@NullMarked
package io.smartcrm.local.testing;

import org.jspecify.annotations.NullMarked;
