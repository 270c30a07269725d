/**
 * Files on their way into the system of record, as jobs that survive a crash and can be taken back: ImportGrpc -> Imports
 * -> Import -> ImportTable; ImportWorkers -> ImportRun -> BatchStore -> one EntityImport for each kind of file -> order,
 * product, profile, consent, interaction, or -> Reversal -> journal; TemplateGrpc -> Templates.
 */
@NullMarked
package io.smartcrm.customer.importing;

import org.jspecify.annotations.NullMarked;
