/**
 * The knowledge graph of the catalogue: what products have to do with which entities and these with each other, read anew
 * where the catalogue changed, kept and browsed.
 *
 * <p>{@code KnowledgeSchedule -> KnowledgeReading -> FactTable, EntityTable, RelationTable}; {@code KnowledgeGraphGrpc ->
 * KnowledgeGraph -> EntityQuery}; {@code ReadGraph} hands all to the training of models.
 */
@NullMarked
package io.smartcrm.recommend.knowledge;

import org.jspecify.annotations.NullMarked;
