/**
 * What product texts speak of: brands, colours, materials ... found by a gazetteer and a trained tagger, linked to one entity
 * whatever the words or the language, and what the product has to do with each.
 *
 * <p>{@code Facts -> Recogniser -> Gazetteer, Tagger (a Crf), Sizes, NearAlias}; {@code Lexicon} learns the first two from
 * the attributes that a catalogue has; imports java.* and {@code content.Words} only.
 */
@NullMarked
package io.smartcrm.recommend.recognition;

import org.jspecify.annotations.NullMarked;
