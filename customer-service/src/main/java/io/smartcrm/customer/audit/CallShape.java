package io.smartcrm.customer.audit;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smartcrm.customer.audit.AuditEntry.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a call's messages say about what was done to whom: names of fields and ids of ours, nothing that was typed in.
 * New calls are recorded until they are named here as knowing nothing of persons. To look at a message's fields, a native
 * executable needs the types of all of them, Google's own too.
 */
@RegisterForReflection(targets = {FieldMask.class, Struct.class, Timestamp.class, Value.class})
final class CallShape {
    /** Answers without personal data; a call that fails on its way in is recorded all the same. */
    static final Set<String> IMPERSONAL = Set.of(
            "smartcrm.customer.v1.ProductService/GetProduct",
            "smartcrm.customer.v1.ProductService/ListProducts",
            "smartcrm.customer.v1.ProductService/BatchGetProducts",
            "smartcrm.customer.v1.OrderService/ListCountryTotals",
            "smartcrm.customer.v1.ImportService/GetImport",
            "smartcrm.customer.v1.ImportService/ListImports",
            "smartcrm.customer.v1.ImportService/WatchImport",
            "smartcrm.customer.v1.ConsentService/ListConsentTerms",
            "smartcrm.ops.v1.ReadModelService/GetReadModel");

    private static final Pattern READING = Pattern.compile(
            "(Get|List|Search|Find|BatchGet|Watch|Download|Export|Preview|Explain|Verify|Count|Check|Compare)[A-Z].*");
    private static final Pattern OUR_ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern FIELD_PATH = Pattern.compile("[a-z][A-Za-z0-9_.]{0,63}");
    private static final Pattern VALUE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"?|'[^']*'?|\\b\\d[\\w.:-]*");
    private static final Set<String> NOT_CHANGES = Set.of("request_id", "etag", "id", "update_mask");
    private static final int MAX_FIELDS = 50;
    private static final int MAX_SHAPE = 1_000;
    private static final int DEPTH = 3;

    private final String rpc;
    private final String service;
    private final boolean change;

    /** @param rpc full name of the service, a slash, the method */
    CallShape(String rpc) {
        this.rpc = rpc;
        int slash = rpc.indexOf('/');
        this.service = rpc.substring(rpc.lastIndexOf('.', slash) + 1, slash);
        this.change = !READING.matcher(rpc.substring(slash + 1)).matches();
    }

    /**
     * @param answer empty when the call failed
     * @param rows records in the answers
     */
    Deed deed(Optional<Message> request, Optional<Message> answer, long rows) {
        String resource = request.map(this::ownId)
                .filter(id -> !id.isEmpty())
                .or(() -> answer.map(message -> firstId(message, 1)))
                .orElse("");
        String customer = request.map(message -> customer(message, DEPTH))
                .filter(id -> !id.isEmpty())
                .or(() -> answer.map(message -> customer(message, DEPTH)))
                .orElse("");
        boolean ofCustomer = service.equals("CustomerService") && customer.isEmpty();
        return new Deed(
                rpc,
                change,
                kind(),
                resource,
                ofCustomer ? resource : customer,
                change ? request.map(CallShape::changedFields).orElse(List.of()) : List.of(),
                // A filter that was refused may hold anything; one that was understood has its values in quotes.
                change || answer.isEmpty()
                        ? ""
                        : request.map(CallShape::queryShape).orElse(""),
                rows);
    }

    /** Records in one answer: the size of its list, or one. */
    static long rows(Message answer) {
        return answer.getDescriptorForType().getFields().stream()
                .filter(field -> field.isRepeated()
                        && !field.isMapField()
                        && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                .findFirst()
                .map(field -> (long) answer.getRepeatedFieldCount(field))
                .orElse(1L);
    }

    private String kind() {
        String noun = service.endsWith("Service") ? service.substring(0, service.length() - 7) : service;
        return noun.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private String ownId(Message request) {
        return firstId(request, request.getDescriptorForType().findFieldByName("id") == null ? 1 : 0);
    }

    /** The id of the message, else of the first message in it that has one. */
    private static String firstId(Message message, int depth) {
        String own = text(message, "id");
        if (!own.isEmpty() || depth == 0) {
            return own;
        }
        return parts(message).stream()
                .map(part -> firstId(part, depth - 1))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String customer(Message message, int depth) {
        String named = message.getDescriptorForType().getFullName().equals("smartcrm.customer.v1.Customer")
                ? text(message, "id")
                : text(message, "customer_id");
        if (!named.isEmpty() || depth == 0) {
            return named;
        }
        return parts(message).stream()
                .map(part -> customer(part, depth - 1))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<Message> parts(Message message) {
        List<Message> parts = new ArrayList<>();
        message.getAllFields().forEach((field, value) -> {
            if (!field.isRepeated() && value instanceof Message part && isOurs(part)) {
                parts.add(part);
            }
        });
        return parts;
    }

    /** Google's messages have no ids; in a native executable they cannot be asked for fields by name either. */
    private static boolean isOurs(Message message) {
        return message.getDescriptorForType().getFullName().startsWith("smartcrm.");
    }

    /** An id of ours or nothing: what else a caller sent as one may be a person's name. */
    private static String text(Message message, String name) {
        FieldDescriptor field = message.getDescriptorForType().findFieldByName(name);
        return field != null
                        && !field.isRepeated()
                        && message.getField(field) instanceof String id
                        && OUR_ID.matcher(id).matches()
                ? id.toLowerCase(Locale.ROOT)
                : "";
    }

    private static List<String> changedFields(Message request) {
        FieldDescriptor mask = request.getDescriptorForType().findFieldByName("update_mask");
        if (mask != null && request.hasField(mask) && request.getField(mask) instanceof FieldMask told) {
            return told.getPathsList().stream()
                    .filter(path -> FIELD_PATH.matcher(path).matches())
                    .limit(MAX_FIELDS)
                    .toList();
        }
        List<String> names = new ArrayList<>();
        request.getAllFields().forEach((field, value) -> {
            if (!field.isRepeated()
                    && value instanceof Message part
                    && isOurs(part)
                    && !part.getAllFields().isEmpty()) {
                part.getAllFields().keySet().forEach(inner -> names.add(field.getName() + "." + inner.getName()));
            } else {
                names.add(field.getName());
            }
        });
        return names.stream()
                .filter(name -> !NOT_CHANGES.contains(name.substring(name.lastIndexOf('.') + 1)))
                .limit(MAX_FIELDS)
                .toList();
    }

    private static String queryShape(Message request) {
        var shape = new StringBuilder();
        request.getAllFields().forEach((field, value) -> {
            shape.append(shape.isEmpty() ? "" : ", ").append(field.getName());
            boolean understood =
                    field.getName().equals("filter") || field.getName().equals("order_by");
            if (understood && value instanceof String text) {
                shape.append(": ").append(VALUE.matcher(text).replaceAll("?"));
            }
        });
        return shape.substring(0, Math.min(shape.length(), MAX_SHAPE));
    }
}
