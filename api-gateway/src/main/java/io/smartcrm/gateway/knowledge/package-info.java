/** The knowledge graph of the catalogue over REST: KnowledgeGraphResource -> KnowledgeGraphClient -> KnowledgeViews. */
@NullMarked
package io.smartcrm.gateway.knowledge;

import org.jspecify.annotations.NullMarked;
