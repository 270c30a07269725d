/** How far each service has come with what it reads; resource -> client -> every service. */
@NullMarked
package io.smartcrm.gateway.readmodel;

import org.jspecify.annotations.NullMarked;
