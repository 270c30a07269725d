package io.smartcrm.loyalty.marketing;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smartcrm.loyalty.campaign.DefinitionFormat;
import io.smartcrm.loyalty.strategy.Definition;
import io.smartcrm.proto.loyalty.v1.StrategyDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes definitions down as the contract has them, which only grows. */
@ApplicationScoped
public class DefinitionBytesGrpc implements DefinitionFormat {
    @Override
    public byte[] write(Definition definition) {
        return DefinitionMessagesGrpc.message(definition).toByteArray();
    }

    @Override
    public Definition read(byte[] written) {
        try {
            return DefinitionMessagesGrpc.definition(StrategyDefinition.parseFrom(written));
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException("a definition cannot be read any more", broken);
        }
    }
}
