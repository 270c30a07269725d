/**
 * Forgets customers, keeps who must not be profiled, and hands out what is held: {@code ErasureEvents}, {@code LimitEvents
 * -> CustomerLimits}, {@code PersonalDataGrpc}; the parts are in {@code feedback}.
 */
@NullMarked
package io.smartcrm.recommend.privacy;

import org.jspecify.annotations.NullMarked;
