package io.smartcrm.customer.importing;

import io.smartcrm.customer.orderfile.OrderField;
import io.smartcrm.customer.recordfile.FileShape;
import io.smartcrm.wire.Failure;
import java.util.Arrays;
import java.util.Locale;

/** What the rows of a file are. */
@SuppressWarnings("ImmutableEnumChecker") // shapes are records of texts, which nobody can change
enum ImportEntity {
    ORDERS(OrderField.SHAPE),
    CUSTOMERS(CustomerImport.SHAPE),
    PRODUCTS(ProductImport.SHAPE),
    CASES(CaseImport.SHAPE),
    CONSENTS(ConsentImport.SHAPE),
    INTERACTIONS(InteractionImport.SHAPE);

    private final FileShape shape;

    ImportEntity(FileShape shape) {
        this.shape = shape;
    }

    FileShape shape() {
        return shape;
    }

    static ImportEntity of(FileShape shape) {
        return Arrays.stream(values())
                .filter(entity -> entity.shape.name().equals(shape.name()))
                .findFirst()
                .orElseThrow();
    }

    /** @throws Failure INVALID when there is none of that name */
    static ImportEntity named(String name) {
        return Arrays.stream(values())
                .filter(entity -> entity.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Failure.invalid(
                        "entity", "'" + name + "' cannot be imported; these can: " + Arrays.toString(values())));
    }
}
