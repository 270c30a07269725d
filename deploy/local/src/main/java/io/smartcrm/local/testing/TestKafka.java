package io.smartcrm.local.testing;

import io.smartcrm.local.EmbeddedKafka;
import io.smartcrm.local.OncePerJvm;
import java.util.function.Supplier;

/** The Kafka broker of this JVM's tests; it ends with the JVM. */
public final class TestKafka implements Supplier<String> {

    static String bootstrapServers() {
        return OncePerJvm.text("kafka", TestKafka.class);
    }

    /** Starts the broker and tells its address. */
    @Override
    public String get() {
        EmbeddedKafka kafka = EmbeddedKafka.start();
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-test-kafka"));
        return kafka.bootstrapServers();
    }
}
