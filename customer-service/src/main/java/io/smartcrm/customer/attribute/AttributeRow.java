package io.smartcrm.customer.attribute;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

@Entity
@Table(name = "attribute_definition")
class AttributeRow {
    @Id
    String name;

    @Enumerated(EnumType.STRING)
    AttributeType type;

    String description;
    boolean indexed;

    @Column(name = "max_length")
    int maxLength;

    String minimum;
    String maximum;
    String[] choices;

    @Column(name = "create_time")
    Instant createTime;

    @Column(name = "update_time")
    Instant updateTime;

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected AttributeRow() {}

    @SuppressWarnings("NullAway.Init") // replaceWith fills the others.
    private AttributeRow(AttributeDefinition definition) {
        name = definition.name();
        type = definition.type();
        createTime = definition.createTime();
        replaceWith(definition);
    }

    static AttributeRow of(AttributeDefinition definition) {
        return new AttributeRow(definition);
    }

    final void replaceWith(AttributeDefinition definition) {
        description = definition.description();
        indexed = definition.indexed();
        maxLength = definition.maxLength();
        minimum = definition.minimum();
        maximum = definition.maximum();
        choices = definition.choices().toArray(String[]::new);
        updateTime = definition.updateTime();
        version = definition.version();
    }

    AttributeDefinition toDomain() {
        return new AttributeDefinition(
                name,
                type,
                description,
                indexed,
                maxLength,
                minimum,
                maximum,
                List.of(choices),
                createTime,
                updateTime,
                version);
    }
}
