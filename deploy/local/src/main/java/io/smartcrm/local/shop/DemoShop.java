package io.smartcrm.local.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Writes the demo shop into a folder: {@code --size small|medium|large --seed N --to FOLDER}, and if wanted {@code
 * --dirt SHARE} for wrong lines and {@code --end DATE} for the last day.
 *
 * <p>orders.csv (columns below), orders-mapping.json (import field to column), customers.csv, products.csv, prices.csv,
 * consents.csv, interactions.ndjson (Segment's track calls), cases.ndjson, and the truth in truth/. The same arguments
 * give the same bytes.
 *
 * <p>Columns of orders.csv: order_number, line_number, order_time (ISO 8601 with offset, ascending), kind (sale,
 * return, cancellation), customer_id, customer_name, email, country, product_code, product_name, category, quantity
 * (negative on credit notes), unit_price (as paid, two decimals), currency (always EUR), channel, refund_of (the order a
 * credit note gives back, else empty), refund_of_line.
 */
public final class DemoShop {
    private DemoShop() {}

    public static void main(String[] args) {
        CommandLine line;
        try {
            line = CommandLine.of(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try {
            long begin = System.nanoTime();
            String counts = write(line.simulation(), line.dirt(), line.folder());
            double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
            System.out.println(counts + " seconds=" + seconds);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The demo shop cannot be written to " + line.folder() + ": " + e);
            System.exit(1);
        }
    }

    /**
     * Writes all files of a shop; files of the same names are replaced.
     *
     * @param dirt wrong lines in orders.csv for each right one, 0 for none
     * @return counts by name
     */
    public static String write(ShopSimulation simulation, double dirt, Path folder) throws IOException {
        Path truthFolder = folder.resolve("truth");
        Truth truth = simulation.truth();
        new TruthFiles(truth).write(truthFolder);
        new CatalogueFiles(truth).write(folder);
        try (Rows mapping = Rows.create(folder.resolve("orders-mapping.json"))) {
            mapping.line(Json.of(OrderFile.MAPPING));
        }
        Dirt faults = Dirt.of(dirt, simulation.seed(), truthFolder.resolve("dirt.csv"));
        try (ShopFiles files = new ShopFiles(folder, faults)) {
            Tally tally = new Tally(files);
            simulation.run(tally);
            return tally.toString();
        }
    }
}
