/**
 * Order files on their way into the system of record, as jobs that survive a crash: ImportGrpc -> Imports -> Import ->
 * ImportTable, and ImportWorkers -> ImportRun -> orderfile -> BatchStore -> order, product, profile.
 */
@NullMarked
package io.smartcrm.customer.importing;

import org.jspecify.annotations.NullMarked;
