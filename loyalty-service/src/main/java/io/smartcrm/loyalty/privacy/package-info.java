/**
 * Forgets customers, leaves out those whose processing is restricted, and hands out what is held: {@code
 * ErasureEvents}, {@code LimitEvents}, {@code PersonalDataGrpc}; the parts are in {@code activity} and {@code assessment}.
 */
@NullMarked
package io.smartcrm.loyalty.privacy;

import org.jspecify.annotations.NullMarked;
