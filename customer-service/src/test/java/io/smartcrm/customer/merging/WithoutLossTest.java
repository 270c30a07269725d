package io.smartcrm.customer.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Value;
import io.grpc.Channel;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.People;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.proto.customer.v1.AttributeDefinition;
import io.smartcrm.proto.customer.v1.AttributeServiceGrpc;
import io.smartcrm.proto.customer.v1.AttributeType;
import io.smartcrm.proto.customer.v1.CreateAttributeRequest;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.CreateNoteRequest;
import io.smartcrm.proto.customer.v1.CreateSegmentRequest;
import io.smartcrm.proto.customer.v1.CreateSupportCaseRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.GetSupportCaseRequest;
import io.smartcrm.proto.customer.v1.Identity;
import io.smartcrm.proto.customer.v1.ListNotesRequest;
import io.smartcrm.proto.customer.v1.ListSegmentMembersRequest;
import io.smartcrm.proto.customer.v1.ListSupportCaseMessagesRequest;
import io.smartcrm.proto.customer.v1.Merge;
import io.smartcrm.proto.customer.v1.MergeCustomersRequest;
import io.smartcrm.proto.customer.v1.MergeServiceGrpc;
import io.smartcrm.proto.customer.v1.Note;
import io.smartcrm.proto.customer.v1.NoteServiceGrpc;
import io.smartcrm.proto.customer.v1.Segment;
import io.smartcrm.proto.customer.v1.SegmentKind;
import io.smartcrm.proto.customer.v1.SegmentMember;
import io.smartcrm.proto.customer.v1.SegmentServiceGrpc;
import io.smartcrm.proto.customer.v1.SupportCase;
import io.smartcrm.proto.customer.v1.SupportCaseEvent;
import io.smartcrm.proto.customer.v1.SupportCaseMessage;
import io.smartcrm.proto.customer.v1.SupportCaseServiceGrpc;
import io.smartcrm.proto.customer.v1.UndoMergeRequest;
import io.smartcrm.wire.Topics;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is held about the loser is sealed with the loser's key: it must be sealed anew to be read at the winner. */
@QuarkusTest
class WithoutLossTest {
    private final String unique = People.unique();
    private final String attribute = "a" + unique.substring(unique.length() - 10);
    private Calls calls;
    private Channel admin;
    private People people;
    private Customer winner;
    private Customer loser;
    private Note note;
    private SupportCase opened;
    private Segment tagged;

    @BeforeEach
    void holdSomethingOfEverything() {
        calls = new Calls();
        admin = calls.as("ada", "admin");
        people = new People(admin);
        define(attribute);
        winner = create(Customer.newBuilder().setName("Ada " + unique).addTags("kept"));
        loser = create(Customer.newBuilder()
                .setName("Ada " + unique)
                .addTags("kept")
                .addTags(unique)
                .putAttributes(
                        attribute, Value.newBuilder().setStringValue("blue").build()));
        note = NoteServiceGrpc.newBlockingStub(admin)
                .createNote(CreateNoteRequest.newBuilder()
                        .setCustomerId(loser.getId())
                        .setText("Calls on Mondays")
                        .build())
                .getNote();
        opened = open(loser);
        tagged = SegmentServiceGrpc.newBlockingStub(admin)
                .createSegment(CreateSegmentRequest.newBuilder()
                        .setSegment(Segment.newBuilder()
                                .setName("Tagged " + unique)
                                .setKind(SegmentKind.SEGMENT_KIND_LIVE)
                                .setDefinition("tag('" + unique + "')"))
                        .build())
                .getSegment();
        await().until(() -> members().equals(List.of(loser.getId())));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void allThatIsHeldAboutTheLoserIsTheWinners() throws Exception {
        // When
        Merge merge = merge(winner, loser);

        // Then
        assertThat(merge.getMovedMap())
                .containsEntry("profile", 1L)
                .containsEntry("notes", 1L)
                .containsEntry("support-cases", 1L);
        Customer now = people.get(winner.getId());
        assertThat(now.getTagsList()).containsExactlyInAnyOrder("kept", unique);
        assertThat(now.getAttributesMap()).isEqualTo(loser.getAttributesMap());
        assertThat(notes(winner)).containsExactly("Calls on Mondays");
        assertThat(supportCase().getCustomerId()).isEqualTo(winner.getId());
        assertThat(supportCase().getSubject()).isEqualTo("A lamp");
        assertThat(messages()).containsExactly("It is broken");
        await().untilAsserted(() -> assertThat(members()).containsExactly(winner.getId()));
        assertThat(people.get(loser.getId()).getMergedInto()).isEqualTo(winner.getId());
        try (var topic = new TopicReader(Topics.SUPPORT_CASES)) {
            var told = await().until(() -> topic.ofKey(winner.getId()), found -> !found.isEmpty());
            assertThat(SupportCaseEvent.parseFrom(told.get(0).value())
                            .getSupportCaseChanged()
                            .getSupportCase()
                            .getId())
                    .isEqualTo(opened.getId());
        }
    }

    @Test
    void allOfItComesBack() {
        // Given
        Merge merge = merge(winner, loser);

        // When
        undo(merge);

        // Then
        assertThat(people.get(winner.getId())).satisfies(now -> {
            assertThat(now.getTagsList()).isEqualTo(winner.getTagsList());
            assertThat(now.getAttributesMap()).isEmpty();
            assertThat(now.getIdentitiesList()).isEqualTo(winner.getIdentitiesList());
        });
        assertThat(people.get(loser.getId())).satisfies(now -> {
            assertThat(now.getTagsList()).isEqualTo(loser.getTagsList());
            assertThat(now.getAttributesMap()).isEqualTo(loser.getAttributesMap());
            assertThat(now.getIdentitiesList()).isEqualTo(loser.getIdentitiesList());
            assertThat(now.getMergedInto()).isEmpty();
        });
        assertThat(notes(winner)).isEmpty();
        assertThat(notes(loser)).containsExactly(note.getText());
        assertThat(supportCase().getCustomerId()).isEqualTo(loser.getId());
        assertThat(supportCase().getSubject()).isEqualTo("A lamp");
        assertThat(messages()).containsExactly("It is broken");
        await().untilAsserted(() -> assertThat(members()).containsExactly(loser.getId()));
    }

    @Test
    void whatIsToldOfSomebodyMergedTwiceIsTheLastOnes() {
        // Given
        Customer last = create(Customer.newBuilder().setName("Ada " + unique));
        Merge first = merge(winner, loser);
        Merge second = merge(last, winner);

        // When
        SupportCase late = open(loser);

        // Then
        assertThat(late.getCustomerId()).isEqualTo(last.getId());
        undo(second);
        undo(first);
        assertThat(supportCase().getCustomerId()).isEqualTo(loser.getId());
    }

    private void define(String name) {
        var defined = AttributeServiceGrpc.newBlockingStub(admin)
                .createAttribute(CreateAttributeRequest.newBuilder()
                        .setAttribute(AttributeDefinition.newBuilder()
                                .setName(name)
                                .setType(AttributeType.ATTRIBUTE_TYPE_TEXT))
                        .build());
        assertThat(defined.getAttribute().getName()).isEqualTo(name);
    }

    private Customer create(Customer.Builder customer) {
        return CustomerServiceGrpc.newBlockingStub(admin)
                .createCustomer(CreateCustomerRequest.newBuilder()
                        .setCustomer(customer.addIdentities(
                                Identity.newBuilder().setNamespace("loss").setValue(People.unique())))
                        .build())
                .getCustomer();
    }

    private SupportCase open(Customer customer) {
        return SupportCaseServiceGrpc.newBlockingStub(admin)
                .createSupportCase(CreateSupportCaseRequest.newBuilder()
                        .setSupportCase(SupportCase.newBuilder()
                                .setCustomerId(customer.getId())
                                .setSubject("A lamp")
                                .setChannel("email"))
                        .setText("It is broken")
                        .build())
                .getSupportCase();
    }

    private Merge merge(Customer into, Customer from) {
        return MergeServiceGrpc.newBlockingStub(admin)
                .mergeCustomers(MergeCustomersRequest.newBuilder()
                        .setWinnerId(into.getId())
                        .setLoserId(from.getId())
                        .build())
                .getMerge();
    }

    private void undo(Merge merge) {
        var undone = MergeServiceGrpc.newBlockingStub(admin)
                .undoMerge(UndoMergeRequest.newBuilder().setId(merge.getId()).build());
        assertThat(undone.getMerge().getId()).isEqualTo(merge.getId());
    }

    private List<String> notes(Customer customer) {
        return NoteServiceGrpc.newBlockingStub(admin)
                .listNotes(ListNotesRequest.newBuilder()
                        .setCustomerId(customer.getId())
                        .build())
                .getNotesList()
                .stream()
                .map(Note::getText)
                .toList();
    }

    private SupportCase supportCase() {
        return SupportCaseServiceGrpc.newBlockingStub(admin)
                .getSupportCase(
                        GetSupportCaseRequest.newBuilder().setId(opened.getId()).build())
                .getSupportCase();
    }

    private List<String> messages() {
        return SupportCaseServiceGrpc.newBlockingStub(admin)
                .listSupportCaseMessages(ListSupportCaseMessagesRequest.newBuilder()
                        .setCaseId(opened.getId())
                        .build())
                .getMessagesList()
                .stream()
                .map(SupportCaseMessage::getText)
                .toList();
    }

    private List<String> members() {
        return SegmentServiceGrpc.newBlockingStub(admin)
                .listSegmentMembers(ListSegmentMembersRequest.newBuilder()
                        .setId(tagged.getId())
                        .build())
                .getMembersList()
                .stream()
                .map(SegmentMember::getCustomerId)
                .toList();
    }
}
