package io.smartcrm.loyalty.valuation;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.loyalty.database.Fields;
import io.smartcrm.loyalty.valuation.CustomerValue.Detail;
import io.smartcrm.loyalty.valuation.CustomerValue.Interval;
import io.smartcrm.proto.loyalty.v1.GetCustomerValueRequest;
import io.smartcrm.proto.loyalty.v1.GetCustomerValueResponse;
import io.smartcrm.proto.loyalty.v1.GetValueModelRequest;
import io.smartcrm.proto.loyalty.v1.GetValueModelResponse;
import io.smartcrm.proto.loyalty.v1.ListCustomerValuesRequest;
import io.smartcrm.proto.loyalty.v1.ListCustomerValuesResponse;
import io.smartcrm.proto.loyalty.v1.TrackingWeek;
import io.smartcrm.proto.loyalty.v1.ValueInterval;
import io.smartcrm.proto.loyalty.v1.ValueParameter;
import io.smartcrm.proto.loyalty.v1.ValueService;
import io.smartcrm.proto.type.v1.Money;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Customer values over gRPC. */
@GrpcService
class ValueGrpc implements ValueService {
    private static final String QUERY = "customer-values";
    private static final List<String> AMOUNT_NAMES = List.of("p", "q", "gamma");
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final CustomerValues values;

    ValueGrpc(CustomerValues values) {
        this.values = values;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetCustomerValueResponse> getCustomerValue(GetCustomerValueRequest request) {
        Detail detail = values.get(Fields.id("customerId", request.getCustomerId()));
        var message = message(detail.value())
                .setAliveInterval(message(detail.alive()))
                .setPurchasesInterval(message(detail.purchases()));
        detail.worth().map(ValueGrpc::message).ifPresent(message::setValueInterval);
        return Uni.createFrom()
                .item(GetCustomerValueResponse.newBuilder().setValue(message).build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<ListCustomerValuesResponse> listCustomerValues(ListCustomerValuesRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        long below = Long.MAX_VALUE;
        UUID after = BEFORE_ALL;
        if (!request.getPageToken().isEmpty()) {
            List<String> keys =
                    PageToken.decode(request.getPageToken(), QUERY, 2).keys();
            below = number(keys.get(0));
            after = Fields.id("pageToken", keys.get(1));
        }
        List<CustomerValue> found = values.list(below, after, size + 1);
        var response = ListCustomerValuesResponse.newBuilder();
        found.stream().limit(size).forEach(value -> response.addValues(message(value)));
        if (found.size() > size) {
            CustomerValue last = found.get(size - 1);
            response.setNextPageToken(PageToken.of(
                            Long.toString(last.value().orElse(0L)),
                            last.customer().toString())
                    .encode(QUERY));
        }
        return Uni.createFrom().item(response.build());
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException forged) {
            throw Failure.invalid("pageToken", "is not one of ours; leave it out to start from the first page");
        }
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<GetValueModelResponse> getValueModel(GetValueModelRequest request) {
        return Uni.createFrom()
                .item(GetValueModelResponse.newBuilder()
                        .setModel(message(values.model()))
                        .build());
    }

    private static io.smartcrm.proto.loyalty.v1.CustomerValue.Builder message(CustomerValue value) {
        var message = io.smartcrm.proto.loyalty.v1.CustomerValue.newBuilder()
                .setCustomerId(value.customer().toString())
                .setHistoricValue(money(value, value.historicMinorUnits()))
                .setRepeatPurchases(value.repeats())
                .setAlive(value.alive())
                .setExpectedPurchases(value.purchases())
                .setHorizonWeeks(value.horizonWeeks())
                .setAsOfDay(value.asOf().toString());
        value.amount().ifPresent(amount -> message.setExpectedAmount(money(value, Math.round(amount))));
        value.value().ifPresent(worth -> message.setExpectedValue(money(value, worth)));
        return message;
    }

    private static Money money(CustomerValue value, long minorUnits) {
        return Money.newBuilder()
                .setCurrencyCode(value.currencyCode())
                .setMinorUnits(minorUnits)
                .build();
    }

    private static ValueInterval message(Interval interval) {
        return ValueInterval.newBuilder()
                .setLow(interval.low())
                .setHigh(interval.high())
                .build();
    }

    private static io.smartcrm.proto.loyalty.v1.ValueModel message(ValueModel model) {
        var message = io.smartcrm.proto.loyalty.v1.ValueModel.newBuilder()
                .setKind(model.model().kind().name())
                .setLogLikelihood(model.logLikelihood())
                .setCustomers(model.customers())
                .setHorizonWeeks(model.terms().horizonWeeks())
                .setDiscountRate(model.terms().discountRate())
                .setMargin(model.terms().margin())
                .setAsOfDay(model.asOf().toString())
                .setFitMillis(model.fitMillis())
                .setFitTime(Timestamp.newBuilder().setSeconds(model.fitTime().getEpochSecond()));
        double[] parameters = model.model().parameters();
        for (int i = 0; i < parameters.length; i++) {
            message.addParameters(parameter(model.model().kind().parameter(i), parameters[i], model.drawn(i)));
        }
        model.amounts().ifPresent(amounts -> {
            message.setAmountCurrencyCode(amounts.currencyCode()).setAmountCustomers(amounts.customers());
            for (int i = 0; i < AMOUNT_NAMES.size(); i++) {
                int index = i;
                double[] draws = amounts.draws().stream()
                        .mapToDouble(draw -> draw.parameters()[index])
                        .toArray();
                message.addAmountParameters(
                        parameter(AMOUNT_NAMES.get(i), amounts.model().parameters()[i], draws));
            }
        });
        model.tracking()
                .forEach(week -> message.addTracking(TrackingWeek.newBuilder()
                        .setWeek(week.week())
                        .setActual(week.actual())
                        .setExpected(week.expected())));
        return message.build();
    }

    private static ValueParameter parameter(String name, double value, double[] draws) {
        Arrays.sort(draws);
        int tail = (int) Math.round(0.025 * draws.length);
        return ValueParameter.newBuilder()
                .setName(name)
                .setValue(value)
                .setLow(draws[tail])
                .setHigh(draws[draws.length - 1 - tail])
                .build();
    }
}
