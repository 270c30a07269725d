/**
 * Which methods forecast when nobody names one, since when and why: {@code ChampionGrpc -> Champions -> ChampionTable ->
 * NewChampion, Champion}.
 */
@NullMarked
package io.smartcrm.forecast.champion;

import org.jspecify.annotations.NullMarked;
