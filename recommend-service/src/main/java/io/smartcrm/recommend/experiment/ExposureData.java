package io.smartcrm.recommend.experiment;

import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Which experiments a customer was part of. */
@ApplicationScoped
class ExposureData implements PersonalData {
    private static final String EXPORT = """
        select name, variant, first_time from exposure join experiment on experiment.id = exposure.experiment
        where customer_id = ? order by first_time\
        """;
    private static final String ERASE = "delete from exposure where customer_id = ?";

    @Override
    public String name() {
        return "experiments";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(EXPORT)) {
            read.setString(1, customerId);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    Map<String, Object> record = new LinkedHashMap<>();
                    record.put("experiment", rows.getString(1));
                    record.put("variant", rows.getString(2));
                    record.put("firstTime", rows.getTimestamp(3).toInstant());
                    receiver.accept(record);
                }
            }
        }
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        try (PreparedStatement erase = connection.prepareStatement(ERASE)) {
            erase.setString(1, customerId);
            return erase.executeUpdate();
        }
    }
}
