/**
 * Forgets customers and hands out what is held about them, which is nothing yet: {@code ErasureEvents}, {@code
 * PersonalDataGrpc} over what smartcrm-outbox does for every service.
 */
@NullMarked
package io.smartcrm.forecast.privacy;

import org.jspecify.annotations.NullMarked;
