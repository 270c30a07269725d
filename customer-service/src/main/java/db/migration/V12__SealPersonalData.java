package db.migration;

import io.smartcrm.customer.profile.PlainCustomers;
import io.smartcrm.customer.vault.Vault;
import java.nio.file.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Seals the customers that were stored in plain; an empty database needs no keys for it. */
public class V12__SealPersonalData extends BaseJavaMigration {
    @Override
    public void migrate(Context context) throws SQLException {
        new PlainCustomers(
                        context.getConnection(),
                        () -> Vault.open(ConfigProvider.getConfig().getValue("smartcrm.vault.folder", Path.class)))
                .seal();
    }
}
