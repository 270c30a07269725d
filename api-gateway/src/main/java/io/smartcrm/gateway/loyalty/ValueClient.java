package io.smartcrm.gateway.loyalty;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.MoneyView;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.loyalty.CustomerValueView.IntervalView;
import io.smartcrm.gateway.loyalty.ValueModelView.ParameterView;
import io.smartcrm.gateway.loyalty.ValueModelView.WeekView;
import io.smartcrm.proto.loyalty.v1.CustomerValue;
import io.smartcrm.proto.loyalty.v1.GetCustomerValueRequest;
import io.smartcrm.proto.loyalty.v1.GetValueModelRequest;
import io.smartcrm.proto.loyalty.v1.ListCustomerValuesRequest;
import io.smartcrm.proto.loyalty.v1.ValueInterval;
import io.smartcrm.proto.loyalty.v1.ValueModel;
import io.smartcrm.proto.loyalty.v1.ValueParameter;
import io.smartcrm.proto.loyalty.v1.ValueServiceGrpc;
import io.smartcrm.proto.type.v1.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks loyalty-service for customer values. */
@ApplicationScoped
class ValueClient {
    private final Calls calls;

    ValueClient(Calls calls) {
        this.calls = calls;
    }

    Uni<CustomerValueView> value(String customerId) {
        var request =
                GetCustomerValueRequest.newBuilder().setCustomerId(customerId).build();
        return calls.read(Service.LOYALTY, ValueServiceGrpc.getGetCustomerValueMethod(), request)
                .map(response -> view(response.getValue()));
    }

    Uni<Page<CustomerValueView>> values(int pageSize, String pageToken) {
        var request = ListCustomerValuesRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.LOYALTY, ValueServiceGrpc.getListCustomerValuesMethod(), request)
                .map(response -> Page.of(response.getValuesList(), ValueClient::view, response.getNextPageToken()));
    }

    Uni<ValueModelView> model() {
        return calls.read(
                        Service.LOYALTY,
                        ValueServiceGrpc.getGetValueModelMethod(),
                        GetValueModelRequest.getDefaultInstance())
                .map(response -> view(response.getModel()));
    }

    private static CustomerValueView view(CustomerValue value) {
        return new CustomerValueView(
                value.getCustomerId(),
                money(value.getHistoricValue()),
                value.getRepeatPurchases(),
                value.getAlive(),
                value.getExpectedPurchases(),
                value.hasExpectedAmount() ? money(value.getExpectedAmount()) : null,
                value.hasExpectedValue() ? money(value.getExpectedValue()) : null,
                value.getHorizonWeeks(),
                value.getAsOfDay(),
                interval(value.hasAliveInterval(), value.getAliveInterval()),
                interval(value.hasPurchasesInterval(), value.getPurchasesInterval()),
                interval(value.hasValueInterval(), value.getValueInterval()));
    }

    private static MoneyView money(Money money) {
        return new MoneyView(money.getCurrencyCode(), money.getMinorUnits());
    }

    private static @Nullable IntervalView interval(boolean present, ValueInterval interval) {
        return present ? new IntervalView(interval.getLow(), interval.getHigh()) : null;
    }

    private static ValueModelView view(ValueModel model) {
        return new ValueModelView(
                model.getKind(),
                parameters(model.getParametersList()),
                model.getLogLikelihood(),
                model.getCustomers(),
                parameters(model.getAmountParametersList()),
                Messages.text(model.getAmountCurrencyCode()),
                model.getAmountCustomers(),
                model.getHorizonWeeks(),
                model.getDiscountRate(),
                model.getMargin(),
                model.getAsOfDay(),
                model.getFitMillis(),
                Messages.time(model.hasFitTime(), model.getFitTime()),
                model.getTrackingList().stream()
                        .map(week -> new WeekView(week.getWeek(), week.getActual(), week.getExpected()))
                        .toList());
    }

    private static List<ParameterView> parameters(List<ValueParameter> parameters) {
        return parameters.stream()
                .map(parameter -> new ParameterView(
                        parameter.getName(), parameter.getValue(), parameter.getLow(), parameter.getHigh()))
                .toList();
    }
}
