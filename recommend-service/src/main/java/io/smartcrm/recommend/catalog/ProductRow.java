package io.smartcrm.recommend.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code product}; read only here, {@link ProductTable} writes in bulk. */
@Entity
@Immutable
@Table(name = "product")
class ProductRow {
    @Id
    int number;

    String id = "";

    @Nullable
    String code;

    @Nullable
    String name;

    String[] category = new String[0];

    boolean withdrawn;

    Product toDomain() {
        return new Product(
                number,
                id,
                code == null ? "" : code,
                name == null ? "" : name,
                name != null && !withdrawn,
                List.of(category));
    }
}
