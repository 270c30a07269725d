package io.smartcrm.loyalty.campaign;

import io.smartcrm.loyalty.strategy.Definition;

/** How definitions are written down: what was written once can be read for ever. */
public interface DefinitionFormat {
    byte[] write(Definition definition);

    Definition read(byte[] written);
}
