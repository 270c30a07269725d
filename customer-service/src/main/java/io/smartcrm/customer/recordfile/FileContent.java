package io.smartcrm.customer.recordfile;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file as they were sent; opened as often as somebody must look at them. */
@FunctionalInterface
public interface FileContent {
    InputStream open() throws IOException;
}
