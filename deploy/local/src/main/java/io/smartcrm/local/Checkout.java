package io.smartcrm.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the sources that the suite is built from. */
public final class Checkout {
    private static final String LANDMARK = "deploy/base/topics.yaml";
    private static final String GIVEN = "smartcrm.checkout";

    private Checkout() {}

    /** The folder given by {@code -Dsmartcrm.checkout}, or the nearest one above the working folder. */
    public static Path found() {
        String given = System.getProperty(GIVEN);
        Path start = Path.of(given == null ? "" : given).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(LANDMARK))) {
                return folder;
            }
        }
        throw new PartFailure("Checkout", "neither " + start + " nor a folder above it holds " + LANDMARK + ".");
    }
}
