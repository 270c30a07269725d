package io.smartcrm.local;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics on a broker: made as the topic file says, or made anew and empty for the next test. */
public final class KafkaTopics implements AutoCloseable {
    private static final String PART = "Kafka";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;

    public KafkaTopics(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000));
    }

    /** Creates those topics that are not there yet; a local broker holds one replica of each. */
    public void create(Collection<Topic> topics) {
        createAbsent(topics);
        awaitLeaders(topics);
    }

    /** Forgets all records, and with them the offsets that consumer groups reached, and creates the topics empty. */
    public void recreate(Collection<Topic> topics) {
        Set<String> unwanted = new TreeSet<>(names());
        topics.forEach(topic -> unwanted.add(topic.name()));
        delete(unwanted);
        awaitDeletion(unwanted);
        createAfterDeletion(topics);
        awaitLeaders(topics);
    }

    /** The broker's list of topics may lag behind what it just created: a topic is deleted whether listed or not. */
    private void delete(Collection<String> topics) {
        admin.deleteTopics(topics).topicNameValues().forEach((topic, deletion) -> {
            try {
                get(deletion);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw refused("delete the topic " + topic, e);
                }
            }
        });
    }

    /** Otherwise the broker would answer for a topic of the same name from the one that is about to go. */
    private void awaitDeletion(Set<String> topics) {
        Deadline deadline = Deadline.in(PATIENCE);
        while (!Collections.disjoint(names(), topics)) {
            if (deadline.hasPassed()) {
                throw new PartFailure(PART, "the topics " + topics + " do not go away within " + deadline);
            }
            deadline.pause();
        }
    }

    private void createAfterDeletion(Collection<Topic> topics) {
        Deadline deadline = Deadline.in(PATIENCE);
        List<Topic> left = createAbsent(topics);
        while (!left.isEmpty()) {
            if (deadline.hasPassed()) {
                throw new PartFailure(PART, "the topics " + left + " do not go away within " + deadline);
            }
            deadline.pause();
            left = createAbsent(left);
        }
    }

    /** The topics that were there already. */
    private List<Topic> createAbsent(Collection<Topic> topics) {
        Map<String, KafkaFuture<Void>> creations = admin.createTopics(
                        topics.stream().map(KafkaTopics::withOneReplica).toList())
                .values();
        List<Topic> there = new ArrayList<>();
        for (Topic topic : topics) {
            try {
                get(requireNonNull(creations.get(topic.name())));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw refused("create the topic " + topic.name(), e);
                }
                there.add(topic);
            }
        }
        return there;
    }

    /** What was created is known to the controller first and to the clients a moment later. */
    private void awaitLeaders(Collection<Topic> topics) {
        List<String> names = topics.stream().map(Topic::name).toList();
        Deadline deadline = Deadline.in(PATIENCE);
        while (!haveLeaders(names)) {
            if (deadline.hasPassed()) {
                throw new PartFailure(PART, "the topics " + names + " are not there within " + deadline);
            }
            deadline.pause();
        }
    }

    private boolean haveLeaders(List<String> names) {
        try {
            return get(admin.describeTopics(names).allTopicNames()).values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.leader() != null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw refused("describe its topics", e);
        }
    }

    private Set<String> names() {
        try {
            return get(admin.listTopics().names());
        } catch (ExecutionException e) {
            throw refused("list its topics", e);
        }
    }

    private static NewTopic withOneReplica(Topic topic) {
        Map<String, String> config = new HashMap<>(topic.config());
        config.remove("min.insync.replicas");
        return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(config);
    }

    private static <T> T get(KafkaFuture<T> answer) throws ExecutionException {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new PartFailure(PART, "does not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            throw Interruption.of(e);
        }
    }

    private static PartFailure refused(String request, ExecutionException cause) {
        return new PartFailure(PART, "cannot " + request + " (" + cause.getMessage() + ")", cause);
    }

    @Override
    public void close() {
        admin.close();
    }
}
