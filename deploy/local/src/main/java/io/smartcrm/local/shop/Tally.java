package io.smartcrm.local.shop;

/** Counts what passes on the way to other books. */
final class Tally implements ShopBooks {
    private final ShopBooks books;
    private long customers;
    private long sales;
    private long saleLines;
    private long creditNotes;
    private long creditLines;
    private long interactions;
    private long cases;

    Tally(ShopBooks books) {
        this.books = books;
    }

    @Override
    public void customer(Person customer) {
        customers++;
        books.customer(customer);
    }

    @Override
    public void consent(Consent consent) {
        books.consent(consent);
    }

    @Override
    public void sale(Sale sale) {
        sales++;
        saleLines += sale.lines().size();
        books.sale(sale);
    }

    @Override
    public void creditNote(CreditNote creditNote) {
        creditNotes++;
        creditLines += creditNote.lines().size();
        books.creditNote(creditNote);
    }

    @Override
    public void interaction(Interaction interaction) {
        interactions++;
        books.interaction(interaction);
    }

    @Override
    public void supportCase(SupportCase supportCase) {
        cases++;
        books.supportCase(supportCase);
    }

    @Override
    public String toString() {
        return "customers=" + customers + " orders=" + sales + " order_lines=" + saleLines + " credit_notes="
                + creditNotes + " credit_lines=" + creditLines + " interactions=" + interactions + " cases=" + cases;
    }
}
