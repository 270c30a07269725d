package io.smartcrm.customer.recordfile;

import java.io.Closeable;
import java.util.Optional;

/** The rows of a file, once from front to back. */
interface Lines extends Closeable {
    /** The next row, or none at the end. */
    Optional<Cells> next();
}
