package io.smartcrm.customer.recordfile;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** The records of a CSV text (RFC 4180, lenient about quotes), none longer than we allow. */
final class CsvLines implements Closeable {
    private static final int MAX_COLUMNS = 1_000;

    private final CloseableIterator<CsvRecord> records;
    private final int lineCharacters;
    private final String encoding;
    private long lastLine;

    CsvLines(Reader text, char delimiter, int lineCharacters, String encoding) {
        this.lineCharacters = lineCharacters;
        this.encoding = encoding;
        var handler = CsvRecordHandler.of(limits ->
                limits.maxFields(MAX_COLUMNS).maxFieldSize(lineCharacters).maxRecordSize(lineCharacters));
        this.records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .skipEmptyLines(true)
                .maxBufferSize(lineCharacters)
                .build(handler, text)
                .iterator();
    }

    /** The next record, or none at the end of the text. */
    Optional<CsvRecord> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord next = records.next();
            lastLine = next.getStartingLineNumber();
            return Optional.of(next);
        } catch (CsvParseException tooLong) {
            throw new FileRefusal(
                    after() + " comes a line or cell of more than " + lineCharacters
                            + " characters or a line of more than " + MAX_COLUMNS
                            + " cells; is a quotation mark not closed?",
                    tooLong);
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof CharacterCodingException) {
                throw new FileRefusal(
                        after() + " come bytes that are not " + encoding
                                + "; leave the encoding empty to have it recognised, or name the right one",
                        failed);
            }
            throw failed;
        }
    }

    private String after() {
        return lastLine == 0 ? "at the beginning" : "after line " + lastLine;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
