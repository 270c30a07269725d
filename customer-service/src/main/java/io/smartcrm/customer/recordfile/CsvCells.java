package io.smartcrm.customer.recordfile;

import de.siegmar.fastcsv.reader.CsvRecord;

/** A record of a CSV file. */
record CsvCells(CsvRecord row, int columns) implements Cells {
    @Override
    public long line() {
        return row.getStartingLineNumber();
    }

    @Override
    public int count() {
        return row.getFieldCount();
    }

    @Override
    public String cell(int position) {
        return row.getField(position);
    }

    @Override
    public String fault() {
        return row.getFieldCount() == columns ? "" : "has " + row.getFieldCount() + " cells, the header has " + columns;
    }
}
