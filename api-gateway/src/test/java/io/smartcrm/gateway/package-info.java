/** Tests of the gateway as a whole: over HTTP, against fakes of the services; test -> gateway -> fakes. */
@NullMarked
package io.smartcrm.gateway;

import org.jspecify.annotations.NullMarked;
