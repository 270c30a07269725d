package io.smartcrm.gateway.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Value;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductStatus;
import io.smartcrm.proto.type.v1.Money;
import io.smartcrm.wire.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A product on its way to customer-service, put together field by field. */
final class ProductMessage {
    private final Product.Builder message = Product.newBuilder();
    private final List<String> paths = new ArrayList<>();

    /** The fields of a merge patch, and their paths. */
    ProductMessage patch(JsonNode changes) {
        changes.properties().forEach(field -> {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "attributes" ->
                    entries("attributes", value, (name, entry) -> message.putAttributes(name, attribute(name, entry)));
                case "names" -> entries("names", value, (name, entry) -> message.putNames(name, text(name, entry)));
                case "descriptions" ->
                    entries("descriptions", value, (name, entry) -> message.putDescriptions(name, text(name, entry)));
                default -> set(field.getKey(), value);
            }
        });
        return this;
    }

    private void set(String name, JsonNode value) {
        switch (name) {
            case "name" -> message.setName(path("name", name, value));
            case "brand" -> message.setBrand(path("brand", name, value));
            case "status" ->
                message.setStatus(Messages.constant(ProductStatus.class, name, path("status", name, value)));
            case "categoryPath" -> {
                paths.add("category_path");
                requireShape(name, value.isNull() || value.isArray(), "must be a list of texts");
                value.forEach(level -> message.addCategoryPath(text(name, level)));
            }
            case "listPrice" -> {
                paths.add("list_price");
                if (!value.isNull()) {
                    message.setListPrice(money(name, value));
                }
            }
            default -> throw Failure.invalid(name, "cannot be changed; these can: " + ProductPatch.CHANGEABLE);
        }
    }

    private String path(String path, String name, JsonNode value) {
        paths.add(path);
        return value.isNull() ? "" : text(name, value);
    }

    private void entries(String field, JsonNode value, BiConsumer<String, JsonNode> put) {
        if (value.isNull()) {
            paths.add(field);
            return;
        }
        requireShape(field, value.isObject(), "must be an object or null");
        value.properties().forEach(entry -> {
            paths.add(field + "." + entry.getKey());
            if (!entry.getValue().isNull()) {
                put.accept(entry.getKey(), entry.getValue());
            }
        });
    }

    static Value attribute(String name, JsonNode value) {
        if (value.isNumber()) {
            return Value.newBuilder().setNumberValue(value.doubleValue()).build();
        }
        if (value.isBoolean()) {
            return Value.newBuilder().setBoolValue(value.booleanValue()).build();
        }
        requireShape("attributes." + name, value.isTextual(), "is neither text nor a number nor true or false");
        return Value.newBuilder().setStringValue(value.textValue()).build();
    }

    private static Money money(String name, JsonNode value) {
        requireShape(
                name,
                value.path("currencyCode").isTextual()
                        && value.path("minorUnits").canConvertToLong(),
                "must have a currencyCode and minorUnits");
        return Money.newBuilder()
                .setCurrencyCode(value.path("currencyCode").textValue())
                .setMinorUnits(value.path("minorUnits").longValue())
                .build();
    }

    private static String text(String name, JsonNode value) {
        requireShape(name, value.isTextual(), "must be text or null");
        return value.textValue();
    }

    private static void requireShape(String field, boolean right, String detail) {
        if (!right) {
            throw Failure.invalid(field, detail);
        }
    }

    Product of(String id, String etag) {
        return message.setId(id).setEtag(etag).build();
    }

    List<String> paths() {
        return paths;
    }
}
