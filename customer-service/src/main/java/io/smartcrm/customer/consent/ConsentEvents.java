package io.smartcrm.customer.consent;

import com.google.protobuf.Timestamp;
import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.proto.customer.v1.Consent;
import io.smartcrm.proto.customer.v1.ConsentChanged;
import io.smartcrm.proto.customer.v1.ConsentEvent;
import io.smartcrm.proto.customer.v1.ConsentState;
import io.smartcrm.wire.Topics;
import java.time.Instant;

/** What the rest of the suite learns about consents: all but the proof. */
final class ConsentEvents {
    private ConsentEvents() {}

    static OutboxEvent changed(ConsentWord word) {
        return event(ConsentChanged.newBuilder().setConsent(told(word)));
    }

    /** The word counts again, though it may be older than the one that counted until now. */
    static OutboxEvent back(ConsentWord word) {
        return event(ConsentChanged.newBuilder().setConsent(told(word)).setWordsTakenBack(true));
    }

    /** The word was taken back and no other one is known. */
    static OutboxEvent silent(ConsentWord gone) {
        var nothing = Consent.newBuilder()
                .setCustomerId(gone.customerId().toString())
                .setPurpose(gone.purpose())
                .setChannel(gone.channel());
        return event(ConsentChanged.newBuilder().setConsent(nothing).setWordsTakenBack(true));
    }

    private static Consent.Builder told(ConsentWord word) {
        return message(word).clearSource().clearTextVersion().clearEvidence();
    }

    private static OutboxEvent event(ConsentChanged.Builder changed) {
        var fact = changed.build();
        return OutboxEvent.of(
                Topics.CONSENTS,
                fact.getConsent().getCustomerId(),
                fact,
                ConsentEvent.newBuilder().setConsentChanged(fact).build());
    }

    static Consent.Builder message(ConsentWord word) {
        var message = Consent.newBuilder()
                .setCustomerId(word.customerId().toString())
                .setPurpose(word.purpose())
                .setChannel(word.channel())
                .setState(
                        switch (word.state()) {
                            case GRANTED -> ConsentState.CONSENT_STATE_GRANTED;
                            case WITHDRAWN -> ConsentState.CONSENT_STATE_WITHDRAWN;
                        })
                .setEffectiveTime(timestamp(word.effectiveTime()))
                .setSource(word.source())
                .setTextVersion(word.textVersion())
                .setEvidence(word.evidence())
                .setRecordTime(timestamp(word.recordTime()));
        word.expireTime().map(ConsentEvents::timestamp).ifPresent(message::setExpireTime);
        return message;
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
