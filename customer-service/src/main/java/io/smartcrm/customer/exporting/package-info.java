/**
 * Lists on their way into files, as jobs: ExportGrpc -> Exports -> Export -> ExportTable; ExportWorkers -> ExportRun ->
 * ExportFile, and the ExportableList of the feature that keeps the list.
 */
@NullMarked
package io.smartcrm.customer.exporting;

import org.jspecify.annotations.NullMarked;
