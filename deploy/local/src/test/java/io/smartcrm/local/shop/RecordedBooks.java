package io.smartcrm.local.shop;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps everything that happens in a small shop. */
final class RecordedBooks implements ShopBooks {
    final Map<String, Person> customers = new LinkedHashMap<>();
    final Map<String, Sale> sales = new LinkedHashMap<>();
    final List<CreditNote> creditNotes = new ArrayList<>();
    final List<Interaction> interactions = new ArrayList<>();
    final List<SupportCase> cases = new ArrayList<>();
    final List<Consent> consents = new ArrayList<>();

    static RecordedBooks of(ShopSimulation simulation) {
        RecordedBooks books = new RecordedBooks();
        simulation.run(books);
        return books;
    }

    Sale sale(String number) {
        return requireNonNull(sales.get(number), number);
    }

    Person customer(String id) {
        return requireNonNull(customers.get(id), id);
    }

    @Override
    public void customer(Person customer) {
        customers.put(customer.profile().id(), customer);
    }

    @Override
    public void consent(Consent consent) {
        consents.add(consent);
    }

    @Override
    public void sale(Sale sale) {
        sales.put(sale.number(), sale);
    }

    @Override
    public void creditNote(CreditNote creditNote) {
        creditNotes.add(creditNote);
    }

    @Override
    public void interaction(Interaction interaction) {
        interactions.add(interaction);
    }

    @Override
    public void supportCase(SupportCase supportCase) {
        cases.add(supportCase);
    }
}
