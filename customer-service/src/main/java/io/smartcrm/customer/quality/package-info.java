/**
 * How good the data about customers is, and making it better: CleaningGrpc -> Cleanings, CleaningRun and CleaningUndo;
 * QualityGrpc -> QualityReports, and ReportRun -> Census and Spread.
 */
@NullMarked
package io.smartcrm.customer.quality;

import org.jspecify.annotations.NullMarked;
