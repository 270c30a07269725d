/**
 * How fast order files come in, beside plain COPY on the same machine: ImportSpeed -> SpeedTrial -> the import of
 * customer-service on a PostgreSQL of its own.
 */
@NullMarked
package io.smartcrm.bench.importing;

import org.jspecify.annotations.NullMarked;
