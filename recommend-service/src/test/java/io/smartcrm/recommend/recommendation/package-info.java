/** Tests of candidates, and the service over real gRPC, Kafka and PostgreSQL. */
@NullMarked
package io.smartcrm.recommend.recommendation;

import org.jspecify.annotations.NullMarked;
