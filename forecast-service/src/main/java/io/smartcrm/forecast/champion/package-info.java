/** Which method forecasts when nobody names one, since when and why: {@code ChampionGrpc -> Champions -> ChampionTable}. */
@NullMarked
package io.smartcrm.forecast.champion;

import org.jspecify.annotations.NullMarked;
