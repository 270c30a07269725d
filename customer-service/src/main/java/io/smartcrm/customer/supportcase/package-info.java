/**
 * What customers asked of the shop's service and how it went: SupportCaseGrpc -> SupportCases -> SupportCase -> CaseTable,
 * CaseMessages, FigureTable -> sentiment, outbox. Cases of other systems: CaseBulk -> CaseReport -> SupportCase.
 */
@NullMarked
package io.smartcrm.customer.supportcase;

import org.jspecify.annotations.NullMarked;
